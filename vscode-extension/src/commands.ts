// Every command of package.json, in one table.

import * as vscode from 'vscode';
import type { Checks } from './check';
import type { Ctx } from './ctx';
import { debugType } from './debug';
import type { Debuggee } from './debuggee';
import { explainDeadlock, openPlace } from './deadlock';
import type { Language } from './language';
import type { Tasks } from './tasks';
import type { ChannelNode } from './views/channels';
import type { TaskletNode } from './views/tasklets';

export interface Parts {
  ctx: Ctx;
  language: Language;
  debuggee: Debuggee;
  checks: Checks;
  tasks: Tasks;
}

type Command = (...args: never[]) => unknown;

export function registerCommands(parts: Parts): void {
  for (const [name, command] of Object.entries(commands(parts))) {
    parts.ctx.own(vscode.commands.registerCommand(name, command));
  }
}

export function commands({ ctx, language, debuggee, checks, tasks }: Parts): Record<string, Command> {
  return {
    'slp.debugFile': (uri?: vscode.Uri) => withPythonFile(uri, file => debugFile(file)),
    'slp.runFile': (uri?: vscode.Uri) => withPythonFile(uri, file => tasks.run(file)),
    'slp.checkFile': (uri?: vscode.Uri) => withPythonFile(uri, file => checks.check(file)),
    'slp.clearCheck': () => checks.clear(),
    'slp.explainDeadlock': () => explainDeadlock(debuggee),
    'slp.filterTasklets': () => filterTasklets(debuggee),
    'slp.refreshViews': () => debuggee.refresh(),
    'slp.goToLocation': (node: TaskletNode) => (node.kind === 'tasklet' && node.tasklet.location ? openPlace(node.tasklet.location) : undefined),
    'slp.goToCreation': (node: TaskletNode | ChannelNode) => {
      const created = node.kind === 'tasklet' ? node.tasklet.created : node.kind === 'channel' ? node.channel.created : undefined;
      return created && openPlace(created);
    },
    'slp.loadMore': (what: 'tasklets' | 'channels') => debuggee.loadMore(what),
    'slp.showReferences': showReferences,
    'slp.restartServer': () => language.restart(),
    'slp.showOutput': () => ctx.log.show(),
    'slp.showVersion': () => showVersion(ctx),
    'slp.showMenu': () => showMenu(ctx),
  };
}

/** The file of the menu that was used, or the one in the editor. */
async function withPythonFile(uri: vscode.Uri | undefined, act: (file: vscode.Uri) => unknown): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const file = uri ?? (document?.languageId === 'python' ? document.uri : undefined);
  if (file?.scheme !== 'file') {
    void vscode.window.showErrorMessage(file === undefined ? 'Open a Python file first.' : 'Save the file to disk first.');
    return;
  }
  await act(file);
}

async function debugFile(file: vscode.Uri): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(file);
  await vscode.debug.startDebugging(folder, { type: debugType, request: 'launch', name: 'Stackless: current file', program: file.fsPath });
}

/** What the language server's lenses do: they carry positions as the protocol writes them, not as VS Code keeps them. */
async function showReferences(uri: string, at: ProtocolPosition, targets: { uri: string; range: { start: ProtocolPosition; end: ProtocolPosition } }[]): Promise<void> {
  const position = (p: ProtocolPosition): vscode.Position => new vscode.Position(p.line, p.character);
  const locations = targets.map(t => new vscode.Location(vscode.Uri.parse(t.uri), new vscode.Range(position(t.range.start), position(t.range.end))));
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), position(at), locations);
}

interface ProtocolPosition {
  line: number;
  character: number;
}

async function filterTasklets(debuggee: Debuggee): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: 'Filter Tasklets',
    prompt: 'Shows the tasklets whose name, state or place contains the text. Empty: all.',
    value: debuggee.filter,
  });
  if (text !== undefined) {
    await debuggee.setFilter(text.trim());
  }
}

async function showVersion(ctx: Ctx): Promise<void> {
  try {
    const server = await ctx.server();
    void vscode.window.showInformationMessage(`slp ${server.version} (${server.source}: ${server.path}); extension ${ctx.version}`);
  } catch (e) {
    ctx.showError(e instanceof Error ? e.message : String(e));
  }
}

async function showMenu(ctx: Ctx): Promise<void> {
  const state = ctx.serverState;
  const chosen = await vscode.window.showQuickPick(
    [
      { label: '$(debug-restart) Restart Language Server', description: state.kind, command: 'slp.restartServer' },
      { label: '$(output) Show Output', command: 'slp.showOutput' },
      { label: '$(info) Show Version', description: state.kind === 'running' ? state.server.version : undefined, command: 'slp.showVersion' },
      { label: '$(beaker) Check Python File for Deadlocks', command: 'slp.checkFile' },
      { label: '$(gear) Open Settings', command: 'workbench.action.openSettings', argument: '@ext:slp.slp' },
    ],
    { title: 'Stackless Python (slp)' },
  );
  if (chosen !== undefined) {
    await vscode.commands.executeCommand(chosen.command, ...(chosen.argument === undefined ? [] : [chosen.argument]));
  }
}
