// Stands for the module `vscode` in unit tests: the plain data classes as VS Code defines them,
// and places where a test puts its own answers. What a test does not set up is not here.

import { vi } from 'vitest';

export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(value: T): void {
    this.listeners.forEach(listener => listener(value));
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class Position {
  constructor(readonly line: number, readonly character: number) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

export class Uri {
  private constructor(readonly scheme: string, readonly fsPath: string) {}
  static file(path: string): Uri {
    return new Uri('file', path);
  }
}

export class Location {
  constructor(readonly uri: Uri, readonly range: Position | Range) {}
}

export enum DiagnosticSeverity { Error, Warning, Information, Hint }

export class Diagnostic {
  source?: string;
  code?: string | { value: string };
  relatedInformation?: DiagnosticRelatedInformation[];
  constructor(readonly range: Range, readonly message: string, readonly severity: DiagnosticSeverity) {}
}

export class DiagnosticRelatedInformation {
  constructor(readonly location: Location, readonly message: string) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(readonly id: string, readonly color?: ThemeColor) {}
}

export enum TreeItemCollapsibleState { None, Collapsed, Expanded }

export class TreeItem {
  constructor(readonly label: string, readonly collapsibleState = TreeItemCollapsibleState.None) {}
}

export enum QuickPickItemKind { Separator = -1, Default = 0 }

export enum StatusBarAlignment { Left = 1, Right }

export class DebugAdapterServer {
  constructor(readonly port: number, readonly host?: string) {}
}

export class DebugAdapterExecutable {
  constructor(readonly command: string, readonly args: string[] = []) {}
}

export enum DebugConfigurationProviderTriggerKind { Initial = 1, Dynamic }

const nothing = { dispose(): void {} };

export const window = {
  activeTextEditor: undefined as { document: { languageId: string; fileName: string } } | undefined,
  showErrorMessage: vi.fn(async (_message: string) => undefined),
  showInformationMessage: vi.fn(async (_message: string) => undefined),
  createStatusBarItem: vi.fn(() => ({ show: vi.fn(), dispose: vi.fn() })),
};

export const debug = {
  registerDebugAdapterDescriptorFactory: vi.fn((_type: string, _factory: unknown) => nothing),
  registerDebugConfigurationProvider: vi.fn(() => nothing),
  registerDebugAdapterTrackerFactory: vi.fn((_type: string, _factory: unknown) => nothing),
  onDidChangeActiveDebugSession: vi.fn((_listener: (session: unknown) => void) => nothing),
  onDidTerminateDebugSession: vi.fn((_listener: (session: unknown) => void) => nothing),
};

export const languages = { createDiagnosticCollection: vi.fn(() => nothing), getDiagnostics: vi.fn(() => []) };
export const tasks = { registerTaskProvider: vi.fn(() => nothing) };
export const commands = { registerCommand: vi.fn(), executeCommand: vi.fn() };
export const workspace = {};
