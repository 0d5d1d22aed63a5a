import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Debuggee, pageSize } from '../../src/debuggee';
import { channel, FakeSession, tasklet } from './adapter';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function focused(session = new FakeSession()): Promise<{ session: FakeSession; debuggee: Debuggee }> {
  const debuggee = new Debuggee();
  debuggee.setSession(session);
  await vi.runAllTimersAsync();
  session.asked = [];
  return { session, debuggee };
}

test('a stop brings a new picture', async () => {
  const { session, debuggee } = await focused();
  session.tasklets = [tasklet(1), tasklet(2)];
  session.channels = [channel(1)];
  debuggee.heard(session, 'stopped');
  await vi.runAllTimersAsync();
  expect(debuggee.picture).toMatchObject({ taskletTotal: 2, channelTotal: 1, running: false });
  expect(debuggee.picture.deadlock ?? debuggee.picture.problem).toBeUndefined();
  expect(debuggee.picture.tasklets.map(t => t.id)).toEqual([1, 2]);
});

test('a storm of changes while running is one question', async () => {
  const { session, debuggee } = await focused();
  debuggee.heard(session, 'continued');
  for (let i = 0; i < 100; i++) {
    debuggee.heard(session, 'slp/changed');
  }
  await vi.runAllTimersAsync();
  expect(session.count('slp/tasklets')).toBe(1);
  expect(debuggee.picture.running).toBe(true);
});

test('a running program is not asked for its deadlock', async () => {
  const { session, debuggee } = await focused();
  debuggee.heard(session, 'continued');
  await vi.runAllTimersAsync();
  expect(session.count('slp/deadlock')).toBe(0);
});

test('other events ask nothing', async () => {
  const { session, debuggee } = await focused();
  debuggee.heard(session, 'output');
  await vi.runAllTimersAsync();
  expect(session.asked).toEqual([]);
});

test('a session without the focus changes nothing', async () => {
  const { session, debuggee } = await focused();
  debuggee.heard(new FakeSession('other'), 'stopped');
  await vi.runAllTimersAsync();
  expect(session.asked).toEqual([]);
});

test('a late answer does not overwrite a newer one', async () => {
  const { session, debuggee } = await focused();
  const answers: ((body: unknown) => void)[] = [];
  const slow = { id: session.id, customRequest: () => new Promise(resolve => answers.push(resolve)) };
  const late = new Debuggee();
  late.setSession(slow);
  void late.refresh();
  const body = (total: number): object => ({ tasklets: [], channels: [], total, found: false });
  answers.slice(3).forEach(answer => answer(body(2)));
  await vi.runAllTimersAsync();
  answers.slice(0, 3).forEach(answer => answer(body(1)));
  await vi.runAllTimersAsync();
  expect(late.picture.taskletTotal).toBe(2);
  debuggee.dispose();
});

test('while running, silence keeps the last picture', async () => {
  const { session, debuggee } = await focused();
  session.tasklets = [tasklet(1)];
  debuggee.heard(session, 'stopped');
  await vi.runAllTimersAsync();
  session.failure = 'the program is running';
  debuggee.heard(session, 'continued');
  await vi.runAllTimersAsync();
  expect(debuggee.picture).toMatchObject({ taskletTotal: 1, running: true, problem: undefined });
});

test('when stopped, a refusal is shown', async () => {
  const { session, debuggee } = await focused();
  session.failure = 'unknown request slp/tasklets';
  debuggee.heard(session, 'stopped');
  await vi.runAllTimersAsync();
  expect(debuggee.picture.problem).toBe('unknown request slp/tasklets');
});

test('a deadlock is kept until the next stop without one', async () => {
  const { session, debuggee } = await focused();
  session.deadlock = { found: true, kind: 'global', message: 'left and right wait for each other', cycle: [], tasklets: [] };
  debuggee.heard(session, 'stopped');
  await vi.runAllTimersAsync();
  expect(debuggee.picture.deadlock?.message).toBe('left and right wait for each other');
  session.deadlock = { found: false, cycle: [], tasklets: [] };
  debuggee.heard(session, 'stopped');
  await vi.runAllTimersAsync();
  expect(debuggee.picture.deadlock).toBeUndefined();
});

test('the adapter filters, and a page at a time', async () => {
  const { session, debuggee } = await focused();
  session.tasklets = Array.from({ length: 2 * pageSize }, (_, i) => tasklet(i));
  await debuggee.refresh();
  expect(debuggee.picture.tasklets).toHaveLength(pageSize);
  await debuggee.loadMore('tasklets');
  expect(debuggee.picture.tasklets).toHaveLength(2 * pageSize);
  await debuggee.setFilter('worker 7');
  expect(session.asked.filter(([c]) => c === 'slp/tasklets').at(-1)?.[1]).toEqual({ filter: 'worker 7', start: 0, count: pageSize });
});

test('the end of the session empties the picture', async () => {
  const { session, debuggee } = await focused();
  session.tasklets = [tasklet(1)];
  await debuggee.refresh();
  debuggee.ended(session);
  expect(debuggee.picture.tasklets).toEqual([]);
  expect(debuggee.session).toBeUndefined();
});
