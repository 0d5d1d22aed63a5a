// Builds the parts and ties them together; each part is in a file of its own.

import * as vscode from 'vscode';
import { Checks } from './check';
import { registerCommands } from './commands';
import { Ctx } from './ctx';
import { debugType, registerDebug } from './debug';
import { Debuggee } from './debuggee';
import { Language } from './language';
import { registerStatus } from './status';
import { Tasks } from './tasks';
import { ChannelsView } from './views/channels';
import { TaskletsView } from './views/tasklets';

let language: Language | undefined;

export function activate(extension: vscode.ExtensionContext): void {
  const ctx = new Ctx(extension);
  const debuggee = new Debuggee();
  ctx.own(debuggee);
  language = new Language(ctx);
  registerDebug(ctx, debuggee);
  registerViews(ctx, debuggee);
  registerStatus(ctx, debuggee);
  registerCommands({ ctx, language, debuggee, checks: new Checks(ctx), tasks: new Tasks(ctx) });
  // Not awaited: debugging and commands need not wait for the language server.
  void language.start();
}

export function deactivate(): Promise<void> | undefined {
  return language?.stop();
}

function registerViews(ctx: Ctx, debuggee: Debuggee): void {
  const tasklets = new TaskletsView(debuggee);
  const taskletTree = vscode.window.createTreeView('slp.tasklets', { treeDataProvider: tasklets, showCollapseAll: true });
  const channels = new ChannelsView(debuggee);
  const channelTree = vscode.window.createTreeView('slp.channels', { treeDataProvider: channels, showCollapseAll: true });
  ctx.own(
    taskletTree,
    channelTree,
    tasklets.attach(taskletTree),
    channels.attach(),
    debuggee.onDidChange(() => void openOnce(ctx, [taskletTree, tasklets], [channelTree, channels])),
    // The row of the tasklet that the Call Stack shows is the selected one.
    vscode.debug.onDidChangeActiveStackItem(item => {
      const row = item?.session.type === debugType ? tasklets.rowOf(item.threadId) : undefined;
      if (row !== undefined && taskletTree.visible) {
        void taskletTree.reveal(row, { select: true, focus: false }).then(undefined, (e: unknown) => ctx.log.debug(`reveal: ${String(e)}`));
      }
    }),
  );
}

type Shown<N> = [tree: vscode.TreeView<N>, provider: { getChildren(): N[] }];

/** VS Code shows what an extension adds to the debug side bar folded up: unfolds it, once in a workspace. */
async function openOnce<A, B>(ctx: Ctx, [taskletTree, tasklets]: Shown<A>, [channelTree, channels]: Shown<B>): Promise<void> {
  const key = 'slp.viewsOpened';
  const tasklet = tasklets.getChildren()[0];
  const channel = channels.getChildren()[0];
  if (tasklet === undefined || channel === undefined || ctx.extension.workspaceState.get<boolean>(key)) {
    return;
  }
  await ctx.extension.workspaceState.update(key, true);
  const quietly = { select: false, focus: false };
  await channelTree.reveal(channel, quietly);
  await taskletTree.reveal(tasklet, quietly);
}
