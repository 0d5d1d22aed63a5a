import { expect, test } from 'vitest';
import type { TreeItem } from 'vscode';
import { Debuggee } from '../../src/debuggee';
import { deadlockItems } from '../../src/deadlock';
import { statusOf } from '../../src/status';
import { ChannelsView } from '../../src/views/channels';
import { TaskletsView } from '../../src/views/tasklets';
import { channel, FakeSession, place, tasklet } from './adapter';

/** The views of a session that has stopped with this data. */
async function stopped(data: Partial<FakeSession>): Promise<{ tasklets: TaskletsView; channels: ChannelsView; view: { message?: string; description?: string }; debuggee: Debuggee }> {
  const session = Object.assign(new FakeSession(), data);
  const debuggee = new Debuggee();
  const tasklets = new TaskletsView(debuggee);
  const channels = new ChannelsView(debuggee);
  const view: { message?: string; description?: string } = {};
  tasklets.attach(view);
  channels.attach();
  debuggee.setSession(session);
  await debuggee.refresh();
  return { tasklets, channels, view, debuggee };
}

/** A tree as text: label, description, icon; children indented. */
function draw<N>(view: { getChildren(node?: N): N[]; getTreeItem(node: N): TreeItem }, node?: N, indent = ''): string[] {
  return view.getChildren(node).flatMap(child => {
    const item = view.getTreeItem(child);
    const icon = item.iconPath as { id: string; color?: { id: string } };
    const line = `${indent}[${icon.id}${icon.color ? ' ' + icon.color.id : ''}] ${String(item.label)}${item.description === undefined ? '' : ' | ' + String(item.description)}`;
    return [line, ...draw(view, child, indent + '  ')];
  });
}

test('tasklets: state, operation, channel and place in one row', async () => {
  const { tasklets } = await stopped({
    tasklets: [
      tasklet(1, { name: 'main', state: 'running', isMain: true, isCurrent: true, location: place(30, '<module>') }),
      tasklet(2, { name: 'producer', state: 'blocked', operation: 'send', channelId: 1, channelName: 'jobs', location: place(7, 'producer'), created: place(28, '<module>') }),
      tasklet(3, { name: 'consumer', state: 'new', created: place(29, '<module>') }),
      tasklet(4, { name: 'gone', state: 'dead' }),
    ],
  });
  expect(draw(tasklets)).toEqual([
    '[play-circle charts.green] main | running · app.py:30',
    '  [location] stands in | <module> · app.py:30',
    '[circle-slash charts.yellow] producer | blocked: send on jobs · app.py:7',
    '  [location] stands in | producer · app.py:7',
    '  [symbol-constructor] created in | <module> · app.py:28',
    '[circle-outline] consumer | new',
    '  [symbol-constructor] created in | <module> · app.py:29',
    '[circle-filled disabledForeground] gone | dead',
  ]);
});

test('tasklets: the last row leads to those not asked for yet', async () => {
  const { tasklets } = await stopped({ tasklets: Array.from({ length: 12_345 }, (_, i) => tasklet(i)) });
  const rows = tasklets.getChildren();
  expect(rows).toHaveLength(501);
  const last = tasklets.getTreeItem(rows.at(-1)!);
  expect(last.label).toBe('11,845 more…');
  expect(last.command).toMatchObject({ command: 'slp.loadMore', arguments: ['tasklets'] });
});

test('tasklets: a click opens the line', async () => {
  const { tasklets } = await stopped({ tasklets: [tasklet(1, { location: place(7) })] });
  const item = tasklets.getTreeItem(tasklets.getChildren()[0]!);
  expect(item.command?.command).toBe('vscode.open');
  expect(item.command?.arguments?.[0]).toMatchObject({ fsPath: '/ws/app.py' });
  expect(item.command?.arguments?.[1]).toMatchObject({ selection: { start: { line: 6 } } });
});

test('tasklets: the menus see what can be done', async () => {
  const { tasklets } = await stopped({ tasklets: [tasklet(1, { state: 'blocked', location: place(7), created: place(2) }), tasklet(2)] });
  expect(tasklets.getChildren().map(n => tasklets.getTreeItem(n).contextValue)).toEqual(['tasklet blocked located created', 'tasklet runnable']);
});

test('tasklets: rows keep their identity, so that they stay open from stop to stop', async () => {
  const { tasklets, debuggee } = await stopped({ tasklets: [tasklet(9)] });
  const before = tasklets.getTreeItem(tasklets.getChildren()[0]!).id;
  await debuggee.refresh();
  expect(tasklets.getTreeItem(tasklets.getChildren()[0]!).id).toBe(before);
});

test('tasklets: the Call Stack finds its row by thread', async () => {
  const { tasklets } = await stopped({ tasklets: [tasklet(1), tasklet(2)] });
  expect(tasklets.rowOf(102)).toMatchObject({ tasklet: { id: 2 } });
  expect(tasklets.rowOf(7)).toBeUndefined();
});

const cycle = [
  { tasklet: 2, name: 'left', operation: 'receive' as const, channel: 1, channelName: 'to_left' },
  { tasklet: 3, name: 'right', operation: 'receive' as const, channel: 2, channelName: 'to_right' },
];
const blocked = [
  tasklet(2, { name: 'left', state: 'blocked', operation: 'receive', channelName: 'to_left', location: place(6) }),
  tasklet(3, { name: 'right', state: 'blocked', operation: 'receive', channelName: 'to_right', location: place(12) }),
  tasklet(1, { name: 'main', state: 'blocked', operation: 'receive', channelName: 'done', location: place(21) }),
];
const deadlock = { found: true, kind: 'global', message: 'Tasklets wait for each other.\n  left waits for right', cycle, tasklets: blocked };

test('a deadlock: message above, its tasklets marked, the others not', async () => {
  const { tasklets, view } = await stopped({ tasklets: blocked, deadlock });
  expect(view.message).toBe('Tasklets wait for each other.');
  expect(draw(tasklets).filter(l => l.startsWith('['))).toEqual([
    '[error charts.red] left | blocked: receive on to_left · app.py:6',
    '[error charts.red] right | blocked: receive on to_right · app.py:12',
    '[circle-slash charts.yellow] main | blocked: receive on done · app.py:21',
  ]);
});

test('a deadlock explained: the cycle in its order, then who else is blocked', () => {
  expect(deadlockItems(deadlock).map(i => [i.label, i.description, i.detail, i.place?.line])).toEqual([
    ['$(error) left', 'waits to receive on to_left', 'app.py:6 · needs right', 6],
    ['$(error) right', 'waits to receive on to_right', 'app.py:12 · needs left', 12],
    ['Also blocked', undefined, undefined, undefined],
    ['$(circle-slash) main', 'blocked: receive on done', 'app.py:21', 21],
  ]);
});

test('a refusal of the adapter is shown above the rows', async () => {
  const { view } = await stopped({ failure: 'unknown request' });
  expect(view.message).toBe('The adapter does not tell: unknown request');
});

test('the filter is shown beside the title', async () => {
  const { view, debuggee, tasklets } = await stopped({ tasklets: [tasklet(1, { name: 'alpha' }), tasklet(2, { name: 'beta' })] });
  await debuggee.setFilter('bet');
  expect(view.description).toBe('filter: bet');
  expect(draw(tasklets)).toEqual(['[circle-large-outline charts.green] beta | runnable']);
});

test('channels: balance, direction, end; those who wait below', async () => {
  const { channels } = await stopped({
    tasklets: [tasklet(2, { name: 'producer', location: place(7) })],
    channels: [
      channel(1, { name: 'jobs', balance: 2, direction: 'send', waiting: [2, 5], created: place(3, '<module>') }),
      channel(2, { name: 'idle' }),
      channel(3, { name: 'late', closing: true, balance: -1, direction: 'receive', waiting: [2] }),
      channel(4, { name: 'over', closing: true, closed: true }),
    ],
  });
  expect(draw(channels)).toEqual([
    '[arrow-swap charts.yellow] jobs | 2 waiting to send · balance 2',
    '  [arrow-right] producer | waits to send · app.py:7',
    '  [arrow-right] tasklet 5 | waits to send',
    '  [symbol-constructor] created in | <module> · app.py:3',
    '[arrow-swap] idle | balance 0',
    '[lock disabledForeground] late | 1 waiting to receive · balance -1 · closing',
    '  [arrow-left] producer | waits to receive · app.py:7',
    '[lock disabledForeground] over | balance 0 · closed',
  ]);
});

test('the status bar tells the server and the session', async () => {
  const running = { kind: 'running' as const, server: { path: '/opt/slp', version: '0.1.0', source: 'PATH' as const } };
  expect(statusOf(running, undefined)).toEqual({ text: '$(check) slp', tooltip: 'slp 0.1.0 (PATH: /opt/slp)', failed: false });
  const { debuggee } = await stopped({ tasklets: [tasklet(1)] });
  expect(statusOf(running, debuggee.picture).text).toBe('$(check) slp $(list-tree) 1 tasklet');
  const dead = await stopped({ tasklets: blocked, deadlock });
  expect(statusOf(running, dead.debuggee.picture).text).toBe('$(check) slp $(circle-slash) deadlock');
  expect(statusOf({ kind: 'failed', message: 'no slp found' }, undefined)).toEqual({ text: '$(error) slp', tooltip: 'no slp found', failed: true });
});
