import { beforeEach, expect, test, vi } from 'vitest';
import * as mock from './vscode';
import { completeConfiguration, Configurations, registerDebug } from '../../src/debug';
import type { Ctx } from '../../src/ctx';
import type { Debuggee } from '../../src/debuggee';

const launch = { type: 'stackless', request: 'launch', name: 'x' };
const attach = { type: 'stackless', request: 'attach', name: 'x' };

beforeEach(() => {
  mock.window.activeTextEditor = undefined;
  vi.clearAllMocks();
});

test('F5 without a launch.json debugs the file in the editor', () => {
  expect(completeConfiguration({} as never, '/ws', '/ws/app.py')).toEqual({
    type: 'stackless', request: 'launch', name: 'Stackless: current file', program: '/ws/app.py', cwd: '/ws',
  });
});

test('Ctrl+F5 without a launch.json runs it without debugging', () => {
  expect(completeConfiguration({ noDebug: true } as never, '/ws', '/ws/app.py')).toMatchObject({ noDebug: true, program: '/ws/app.py' });
});

test('without a folder the program starts where its file is', () => {
  expect(completeConfiguration({} as never, undefined, '/tmp/a/app.py')).toMatchObject({ cwd: '/tmp/a' });
});

test('without a Python file it says what to do', () => {
  expect(completeConfiguration({} as never, '/ws', undefined)).toMatch(/Open a Python file/);
  expect(completeConfiguration({ ...launch, program: '${file}' }, '/ws', undefined)).toMatch(/Open a Python file/);
});

test('what a configuration says is kept', () => {
  const config = { ...launch, program: '${workspaceFolder}/main.py', cwd: '/data', args: ['a'], stopOnEntry: true };
  expect(completeConfiguration(config, '/ws', undefined)).toEqual(config);
});

test('a module is run without a program', () => {
  expect(completeConfiguration({ ...launch, module: 'a.b' }, '/ws', '/ws/app.py')).toEqual({ ...launch, module: 'a.b', cwd: '/ws' });
});

test('program and module together are refused', () => {
  expect(completeConfiguration({ ...launch, module: 'a', program: 'b.py' }, '/ws', undefined)).toMatch(/both "program" and "module"/);
});

test.each([[undefined], [0], [70000], ['five'], [1.5]])('attach with port %s is refused', port => {
  expect(completeConfiguration({ ...attach, port }, '/ws', undefined)).toMatch(/needs the "port"/);
});

test('attach goes to this machine unless told otherwise', () => {
  expect(completeConfiguration({ ...attach, port: 5679 }, '/ws', undefined)).toMatchObject({ host: '127.0.0.1', port: 5679 });
  expect(completeConfiguration({ ...attach, port: '5679', host: 'box' }, '/ws', undefined)).toMatchObject({ host: 'box', port: 5679 });
});

test('a refusal is shown, and nothing starts', () => {
  expect(new Configurations().resolveDebugConfiguration(undefined, {} as never)).toBeUndefined();
  expect(mock.window.showErrorMessage).toHaveBeenCalledWith(expect.stringContaining('Open a Python file'));
});

test('the file in the editor counts only when it is Python', () => {
  mock.window.activeTextEditor = { document: { languageId: 'go', fileName: '/ws/main.go' } };
  expect(new Configurations().resolveDebugConfiguration(undefined, {} as never)).toBeUndefined();
  mock.window.activeTextEditor = { document: { languageId: 'python', fileName: '/ws/app.py' } };
  expect(new Configurations().resolveDebugConfiguration(undefined, {} as never)).toMatchObject({ program: '/ws/app.py' });
});

/** What registerDebug gave VS Code. */
function registered(): { debuggee: { heard: ReturnType<typeof vi.fn>; setSession: ReturnType<typeof vi.fn>; ended: ReturnType<typeof vi.fn> }; adapter(configuration: object): Promise<unknown>; tracker: { onDidSendMessage(message: unknown): void } } {
  const debuggee = { heard: vi.fn(), setSession: vi.fn(), ended: vi.fn() };
  const ctx = { own: vi.fn(), server: async () => ({ path: '/opt/slp', version: '0.1.0', source: 'PATH' }) };
  registerDebug(ctx as unknown as Ctx, debuggee as unknown as Debuggee);
  const factory = mock.debug.registerDebugAdapterDescriptorFactory.mock.calls[0]?.[1] as { createDebugAdapterDescriptor(session: unknown): Promise<unknown> };
  const trackers = mock.debug.registerDebugAdapterTrackerFactory.mock.calls[0]?.[1] as { createDebugAdapterTracker(session: unknown): { onDidSendMessage(message: unknown): void } };
  return { debuggee, adapter: configuration => factory.createDebugAdapterDescriptor({ configuration }), tracker: trackers.createDebugAdapterTracker({ id: 's' }) };
}

test('launch starts slp dap; attach connects', async () => {
  const { adapter } = registered();
  expect(await adapter(launch)).toEqual(new mock.DebugAdapterExecutable('/opt/slp', ['dap']));
  expect(await adapter({ ...attach, host: 'box', port: 5679 })).toEqual(new mock.DebugAdapterServer(5679, 'box'));
});

test('events reach the debuggee, responses do not', () => {
  const { debuggee, tracker } = registered();
  tracker.onDidSendMessage({ type: 'response', command: 'next' });
  tracker.onDidSendMessage({ type: 'event', event: 'stopped' });
  expect(debuggee.heard.mock.calls).toEqual([[{ id: 's' }, 'stopped']]);
});

test('only our own sessions are shown', () => {
  const { debuggee } = registered();
  const listener = mock.debug.onDidChangeActiveDebugSession.mock.calls[0]![0];
  listener({ id: '1', type: 'node' });
  listener({ id: '2', type: 'stackless' });
  expect(debuggee.setSession.mock.calls).toEqual([[undefined], [{ id: '2', type: 'stackless' }]]);
});
