// One item in the status bar: the language server's state, and in a session the number of tasklets.

import * as vscode from 'vscode';
import type { Ctx, ServerState } from './ctx';
import type { Debuggee, Picture } from './debuggee';

export function registerStatus(ctx: Ctx, debuggee: Debuggee): void {
  const item = vscode.window.createStatusBarItem('slp.status', vscode.StatusBarAlignment.Left, 0);
  item.name = 'Stackless Python (slp)';
  item.command = 'slp.showMenu';
  const show = (): void => {
    const { text, tooltip, failed } = statusOf(ctx.serverState, debuggee.session === undefined ? undefined : debuggee.picture);
    item.text = text;
    item.tooltip = tooltip;
    item.backgroundColor = failed ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  ctx.own(item, ctx.onServerState(show), debuggee.onDidChange(show));
  show();
}

export function statusOf(state: ServerState, picture: Picture | undefined): { text: string; tooltip: string; failed: boolean } {
  const failed = state.kind === 'failed';
  const sign = { starting: '$(loading~spin)', running: '$(check)', stopped: '$(circle-slash)', failed: '$(error)' }[state.kind];
  let text = `${sign} slp`;
  if (picture?.deadlock !== undefined) {
    text += ' $(circle-slash) deadlock';
  } else if (picture !== undefined && picture.taskletTotal > 0) {
    text += ` $(list-tree) ${picture.taskletTotal.toLocaleString('en')} ${picture.taskletTotal === 1 ? 'tasklet' : 'tasklets'}`;
  }
  const tooltip =
    state.kind === 'running'
      ? `slp ${state.server.version} (${state.server.source}: ${state.server.path})`
      : state.kind === 'failed'
        ? state.message
        : `The Stackless language server is ${state.kind}.`;
  return { text, tooltip, failed };
}
