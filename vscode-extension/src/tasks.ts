// Tasks of type `slp`: run or check a file in the terminal.

import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Ctx } from './ctx';

export interface SlpTask extends vscode.TaskDefinition {
  type: 'slp';
  command: 'run' | 'check';
  path: string;
  args?: string[];
}

export class Tasks implements vscode.TaskProvider {
  constructor(private readonly ctx: Ctx) {
    ctx.own(vscode.tasks.registerTaskProvider('slp', this));
  }

  async provideTasks(): Promise<vscode.Task[]> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'python' || document.uri.scheme !== 'file') {
      return [];
    }
    const file = vscode.workspace.asRelativePath(document.uri, false);
    return Promise.all((['run', 'check'] as const).map(command => this.task({ type: 'slp', command, path: file })));
  }

  resolveTask(task: vscode.Task): Promise<vscode.Task> {
    return this.task(task.definition as SlpTask, task.definition, task.scope);
  }

  /** Runs the file in the terminal, as `slp run FILE` does. */
  async run(uri: vscode.Uri): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    await vscode.tasks.executeTask(await this.task({ type: 'slp', command: 'run', path: uri.fsPath }, undefined, folder));
  }

  /** VS Code wants the very definition that it gave back; `given` is that one. */
  private async task(definition: SlpTask, given: vscode.TaskDefinition = definition, scope?: vscode.Task['scope']): Promise<vscode.Task> {
    const server = await this.ctx.server();
    const where = scope ?? vscode.workspace.workspaceFolders?.[0] ?? vscode.TaskScope.Workspace;
    const cwd = typeof where === 'object' ? where.uri.fsPath : path.isAbsolute(definition.path) ? path.dirname(definition.path) : undefined;
    const args = definition.command === 'run' ? ['run', definition.path, ...(definition.args ?? [])] : ['check', ...(definition.args ?? []), definition.path];
    return new vscode.Task(given, where, `${definition.command} ${path.basename(definition.path)}`, 'slp', new vscode.ProcessExecution(server.path, args, { cwd }), definition.command === 'check' ? '$slp' : []);
  }
}
