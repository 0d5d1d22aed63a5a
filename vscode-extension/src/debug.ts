// The debug type `stackless`: which adapter a session talks to, what a configuration means that
// says little or nothing, and the news that the views need.

import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Ctx } from './ctx';
import type { Debuggee } from './debuggee';

export const debugType = 'stackless';

const currentFile: vscode.DebugConfiguration = { type: debugType, request: 'launch', name: 'Stackless: current file', program: '${file}' };

export function registerDebug(ctx: Ctx, debuggee: Debuggee): void {
  const configurations = new Configurations();
  ctx.own(
    vscode.debug.registerDebugAdapterDescriptorFactory(debugType, new Adapters(ctx)),
    vscode.debug.registerDebugConfigurationProvider(debugType, configurations),
    vscode.debug.registerDebugConfigurationProvider(debugType, configurations, vscode.DebugConfigurationProviderTriggerKind.Dynamic),
    vscode.debug.registerDebugAdapterTrackerFactory(debugType, {
      createDebugAdapterTracker: session => ({
        onDidSendMessage(message: { type: string; event?: string }): void {
          if (message.type === 'event' && message.event !== undefined) {
            debuggee.heard(session, message.event);
          }
        },
      }),
    }),
    vscode.debug.onDidChangeActiveDebugSession(session => debuggee.setSession(session?.type === debugType ? session : undefined)),
    vscode.debug.onDidTerminateDebugSession(session => debuggee.ended(session)),
  );
}

class Adapters implements vscode.DebugAdapterDescriptorFactory {
  constructor(private readonly ctx: Ctx) {}

  async createDebugAdapterDescriptor(session: vscode.DebugSession): Promise<vscode.DebugAdapterDescriptor> {
    const { request, host, port } = session.configuration;
    if (request === 'attach') {
      return new vscode.DebugAdapterServer(Number(port), String(host));
    }
    const server = await this.ctx.server();
    return new vscode.DebugAdapterExecutable(server.path, ['dap']);
  }
}

export class Configurations implements vscode.DebugConfigurationProvider {
  provideDebugConfigurations(): vscode.DebugConfiguration[] {
    return [{ ...currentFile }];
  }

  resolveDebugConfiguration(folder: vscode.WorkspaceFolder | undefined, config: vscode.DebugConfiguration): vscode.DebugConfiguration | undefined {
    const document = vscode.window.activeTextEditor?.document;
    const file = document?.languageId === 'python' ? document.fileName : undefined;
    const answer = completeConfiguration(config, folder?.uri.fsPath, file);
    if (typeof answer === 'string') {
      void vscode.window.showErrorMessage(answer);
      return undefined; // VS Code starts nothing, and does not open launch.json
    }
    return answer;
  }
}

/** Fills in what the configuration leaves out; a string says why that is not possible. `{}` is what F5 without a launch.json gives. */
export function completeConfiguration(config: vscode.DebugConfiguration, folder: string | undefined, pythonFile: string | undefined): vscode.DebugConfiguration | string {
  let c = config;
  if (!c.type && !c.request && !c.name) {
    c = { ...currentFile, ...(c.noDebug === undefined ? {} : { noDebug: c.noDebug as boolean }) };
  }
  if (c.request === 'attach') {
    const port = Number(c.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      return `The debug configuration "${c.name}" attaches, so it needs the "port" where 'slp dap --listen' waits (1 to 65535).`;
    }
    return { ...c, host: c.host || '127.0.0.1', port };
  }
  const given = ['program', 'module', 'recording'].filter((key) => c[key]);
  if (given.length > 1) {
    return `The debug configuration "${c.name}" has both "${given[0]}" and "${given[1]}"; it can start only one of them.`;
  }
  if (given.length === 0) {
    c = { ...c, program: '${file}' };
  }
  if (c.program === '${file}') {
    if (pythonFile === undefined) {
      return 'Open a Python file to debug it, or name a "program" in launch.json.';
    }
    c = { ...c, program: pythonFile };
  }
  if (!c.cwd) {
    const cwd = folder ?? (path.isAbsolute(c.program ?? '') ? path.dirname(c.program as string) : undefined);
    c = cwd === undefined ? c : { ...c, cwd };
  }
  return c;
}
