// `slp check` on a file: runs it, reads its JSON report and puts the findings into Problems.

import { spawn } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Ctx } from './ctx';

/** The report of `slp check --format json`. */
export interface Report {
  version: number;
  programs: Program[];
}

export interface Program {
  path: string;
  verdict: 'clean' | 'deadlock' | 'leak' | 'crash' | 'timeout';
  findings: Finding[];
}

export interface Finding {
  rule: string;
  kind: string;
  level: string;
  confidence?: string;
  message: string;
  path: string;
  line: number;
  column?: number;
  function?: string;
  tasklets?: { name: string; state: string; operation?: string; channel?: string; stack?: { path: string; line: number; function: string }[] }[];
}

const levels: Record<string, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
};

export class Checks {
  private readonly results = vscode.languages.createDiagnosticCollection('slp check');

  constructor(private readonly ctx: Ctx) {
    ctx.own(this.results);
  }

  clear(): void {
    this.results.clear();
  }

  /** Checks one file, with a progress that can be cancelled; tells the verdict. */
  async check(uri: vscode.Uri): Promise<void> {
    const name = path.basename(uri.fsPath);
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? path.dirname(uri.fsPath);
    const timeout = vscode.workspace.getConfiguration('slp', uri).get<number>('check.timeout', 10);
    try {
      await vscode.workspace.openTextDocument(uri).then(d => (d.isDirty ? d.save() : true));
      const server = await this.ctx.server();
      const args = ['check', '--format', 'json', '--timeout', `${timeout}s`, uri.fsPath];
      const report = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `slp check ${name}`, cancellable: true }, (_, cancel) =>
        runReport(server.path, args, folder, cancel),
      );
      if (report === undefined) {
        return; // cancelled
      }
      this.results.clear();
      const diagnostics = await this.diagnostics(report, folder);
      this.results.set([...diagnostics].map(([file, list]) => [vscode.Uri.file(file), list]));
      this.tell(name, report);
    } catch (e) {
      this.ctx.showError(`slp check ${name}: ${e instanceof Error ? e.message : String(e)}`);
    }
  }

  private async diagnostics(report: Report, folder: string): Promise<Map<string, vscode.Diagnostic[]>> {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const finding of report.programs.flatMap(p => p.findings)) {
      const file = path.resolve(folder, finding.path);
      const uri = vscode.Uri.file(file);
      const diagnostic = toDiagnostic(finding, await lineRange(uri, finding), folder);
      if (!alreadyShown(vscode.languages.getDiagnostics(uri), diagnostic)) {
        byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
      }
    }
    return byFile;
  }

  private tell(name: string, report: Report): void {
    const count = report.programs.reduce((sum, p) => sum + p.findings.length, 0);
    const verdicts = report.programs.map(p => p.verdict);
    if (count === 0) {
      const ended = verdicts.includes('timeout') ? 'the time was up before the program ended; nothing found until then' : 'no deadlock, no leaked tasklet';
      void vscode.window.showInformationMessage(`slp check ${name}: ${ended}.`);
      return;
    }
    const found = `slp check ${name}: ${count} ${count === 1 ? 'finding' : 'findings'} (${[...new Set(verdicts)].join(', ')}).`;
    void vscode.window.showWarningMessage(found, 'Show Problems').then(choice => {
      if (choice !== undefined) {
        void vscode.commands.executeCommand('workbench.actions.view.problems');
      }
    });
  }
}

/** One finding for Problems; the tasklets that take part become its related places. */
export function toDiagnostic(finding: Finding, range: vscode.Range, folder: string): vscode.Diagnostic {
  const d = new vscode.Diagnostic(range, finding.message, levels[finding.level] ?? vscode.DiagnosticSeverity.Information);
  d.source = 'slp check';
  d.code = finding.rule;
  d.relatedInformation = (finding.tasklets ?? []).flatMap(t => {
    const at = t.stack?.[0];
    if (at === undefined) {
      return [];
    }
    const does = t.operation === undefined ? `is ${t.state}` : `waits to ${t.operation}${t.channel === undefined ? '' : ` on ${t.channel}`}`;
    const place = new vscode.Location(vscode.Uri.file(path.resolve(folder, at.path)), new vscode.Position(Math.max(at.line - 1, 0), 0));
    return [new vscode.DiagnosticRelatedInformation(place, `${t.name} ${does} in ${at.function}`)];
  });
  return d;
}

/** Reads a report; the error says what slp wrote instead. */
export function parseReport(stdout: string, stderr: string, exitCode: number | null): Report {
  let report: unknown;
  try {
    report = JSON.parse(stdout);
  } catch {
    const said = stderr.trim() || stdout.trim() || 'it wrote nothing';
    throw new Error(`slp ended with exit status ${exitCode}: ${said.slice(0, 500)}`);
  }
  const { version, programs } = report as Partial<Report>;
  if (version !== 1 || !Array.isArray(programs)) {
    throw new Error(`the report has version ${version}; this extension reads version 1`);
  }
  return { version, programs: programs.map(p => ({ ...p, findings: p.findings ?? [] })) };
}

/** True when the language server already shows the same rule on the same line. */
export function alreadyShown(shown: readonly vscode.Diagnostic[], d: vscode.Diagnostic): boolean {
  return shown.some(s => s.source !== d.source && s.range.start.line === d.range.start.line && codeOf(s) === codeOf(d));
}

function codeOf(d: vscode.Diagnostic): string | undefined {
  const code = typeof d.code === 'object' ? d.code.value : d.code;
  return code === undefined ? undefined : String(code);
}

/** From the finding's column to the end of its line. */
async function lineRange(uri: vscode.Uri, finding: Finding): Promise<vscode.Range> {
  const line = Math.max(finding.line - 1, 0);
  try {
    const text = (await vscode.workspace.openTextDocument(uri)).lineAt(line);
    const start = finding.column === undefined ? text.firstNonWhitespaceCharacterIndex : finding.column - 1;
    return new vscode.Range(line, Math.min(start, text.range.end.character), line, text.range.end.character);
  } catch {
    return new vscode.Range(line, 0, line, 0); // a file that is gone, or shorter by now
  }
}

/** Runs slp and reads its report; undefined when cancelled. */
function runReport(file: string, args: string[], cwd: string, cancel: vscode.CancellationToken): Promise<Report | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const stop = cancel.onCancellationRequested(() => child.kill());
    child.on('error', reject);
    child.on('close', code => {
      stop.dispose();
      if (cancel.isCancellationRequested) {
        resolve(undefined);
        return;
      }
      try {
        resolve(parseReport(stdout, stderr, code));
      } catch (e) {
        reject(e);
      }
    });
  });
}
