// The state of the running extension, in one object that every part is given.

import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { findServer, real, type Server } from './server';

export type ServerState = { kind: 'starting' } | { kind: 'running'; server: Server } | { kind: 'stopped' } | { kind: 'failed'; message: string };

export class Ctx {
  readonly log = vscode.window.createOutputChannel('Stackless Python (slp)', { log: true });
  private readonly changed = new vscode.EventEmitter<ServerState>();
  private current: ServerState = { kind: 'stopped' };
  private search: Promise<Server> | undefined;

  /** Fires when the language server starts, runs, stops or fails. */
  readonly onServerState = this.changed.event;

  constructor(readonly extension: vscode.ExtensionContext) {
    this.own(this.log, this.changed);
  }

  get version(): string {
    return (this.extension.extension.packageJSON as { version: string }).version;
  }

  get serverState(): ServerState {
    return this.current;
  }

  setServerState(state: ServerState): void {
    this.current = state;
    this.changed.fire(state);
  }

  /** Disposes the parts when the extension ends. */
  own(...parts: vscode.Disposable[]): void {
    this.extension.subscriptions.push(...parts);
  }

  /** Where slp is; found once, and again after `forgetServer`. Tells the user when a choice of theirs cannot be used. */
  server(): Promise<Server> {
    this.search ??= this.find().catch((e: unknown) => {
      this.search = undefined;
      throw e;
    });
    return this.search;
  }

  forgetServer(): void {
    this.search = undefined;
  }

  /** Shows an error with a way to the output, and does not wait for the answer. */
  showError(message: string): void {
    this.log.error(message);
    void vscode.window.showErrorMessage(message, 'Show Output', 'Open Settings').then(choice => {
      if (choice === 'Show Output') {
        this.log.show();
      } else if (choice === 'Open Settings') {
        void vscode.commands.executeCommand('workbench.action.openSettings', 'slp.server.path');
      }
    });
  }

  private async find(): Promise<Server> {
    const windows = process.platform === 'win32';
    const server = await findServer({
      setting: vscode.workspace.getConfiguration('slp').get<string>('server.path', ''),
      searchPath: process.env.PATH ?? '',
      bundled: path.join(this.extension.extensionPath, 'bin', windows ? 'slp.exe' : 'slp'),
      trusted: vscode.workspace.isTrusted,
      windows,
      home: os.homedir(),
      workspaceFolder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      log: line => this.log.info(line),
      ...real,
    });
    if (server.warning !== undefined) {
      this.showError(`${server.warning} Using ${server.path} instead.`);
    }
    return server;
  }
}
