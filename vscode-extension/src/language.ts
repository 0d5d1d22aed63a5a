// The language client: starts `slp lsp`, and begins anew when asked or when its surroundings change.

import * as vscode from 'vscode';
import { LanguageClient, State, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { Ctx } from './ctx';

export class Language implements vscode.Disposable {
  private client: LanguageClient | undefined;
  /** Starts and stops follow one another, so that two restarts in a row cannot leave two servers. */
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly ctx: Ctx) {
    ctx.own(
      this,
      vscode.workspace.onDidChangeConfiguration(e => {
        if (e.affectsConfiguration('slp.server')) {
          void this.restart();
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
    );
  }

  start(): Promise<void> {
    return this.enqueue(() => this.begin());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.end());
  }

  /** Looks for slp again, too: the setting or PATH may have changed. */
  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.end();
      this.ctx.forgetServer();
      await this.begin();
    });
  }

  dispose(): void {
    void this.stop();
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step, step);
    return this.queue;
  }

  private async begin(): Promise<void> {
    this.ctx.setServerState({ kind: 'starting' });
    try {
      const server = await this.ctx.server();
      const client = new LanguageClient('slp', 'Stackless Python (slp)', { command: server.path, args: ['lsp'] }, this.options());
      client.onDidChangeState(e => {
        if (client !== this.client) {
          return;
        }
        if (e.newState === State.Running) {
          this.ctx.setServerState({ kind: 'running', server });
        } else if (e.newState === State.Starting) {
          this.ctx.setServerState({ kind: 'starting' });
        } else {
          this.ctx.setServerState({ kind: 'failed', message: 'the language server ended' });
        }
      });
      this.client = client;
      await client.start();
    } catch (e) {
      const message = e instanceof Error ? e.message : String(e);
      this.ctx.setServerState({ kind: 'failed', message });
      this.ctx.showError(`The Stackless language server did not start. ${message}`);
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.ctx.setServerState({ kind: 'stopped' });
    try {
      await client?.dispose();
    } catch (e) {
      this.ctx.log.warn(`stopping the language server: ${String(e)}`);
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: 'file', language: 'python' },
        { scheme: 'untitled', language: 'python' },
      ],
      outputChannel: this.ctx.log,
      traceOutputChannel: this.ctx.log,
      // The server asks for the section when it hears that it changed.
      synchronize: { configurationSection: 'slp' },
      middleware: { workspace: { configuration: params => params.items.map(item => (item.section === 'slp' ? settingsForServer(vscode.workspace.getConfiguration('slp.analysis')) : null)) } },
    };
  }
}

const analysisSettings = ['select', 'ignore', 'severity', 'exclude', 'extraPaths', 'stacklessModules', 'requireReason'];

/** Only what the user has set: VS Code's empty defaults would overrule pyproject.toml. */
export function settingsForServer(analysis: Pick<vscode.WorkspaceConfiguration, 'get' | 'inspect'>): { analysis?: Record<string, unknown> } {
  const set = analysisSettings.filter(name => {
    const at = analysis.inspect(name);
    return [at?.globalValue, at?.workspaceValue, at?.workspaceFolderValue].some(value => value !== undefined);
  });
  return set.length === 0 ? {} : { analysis: Object.fromEntries(set.map(name => [name, analysis.get(name)])) };
}
