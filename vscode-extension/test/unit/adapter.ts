// A session whose adapter answers our requests from plain data.

import type { Channel, DeadlockBody, Tasklet } from '../../src/protocol';

export class FakeSession {
  asked: [string, unknown][] = [];
  tasklets: Tasklet[] = [];
  channels: Channel[] = [];
  deadlock: DeadlockBody = { found: false, cycle: [], tasklets: [] };
  failure: string | undefined;

  constructor(readonly id = 's1') {}

  async customRequest(command: string, args: { start?: number; count?: number; filter?: string }): Promise<unknown> {
    this.asked.push([command, args]);
    if (this.failure !== undefined) {
      throw new Error(this.failure);
    }
    const page = <T>(all: T[]): T[] => all.slice(args.start ?? 0, (args.start ?? 0) + (args.count ?? all.length));
    switch (command) {
      case 'slp/tasklets': {
        const fit = this.tasklets.filter(t => t.name.includes(args.filter ?? ''));
        return { tasklets: page(fit), total: fit.length };
      }
      case 'slp/channels':
        return { channels: page(this.channels), total: this.channels.length };
      case 'slp/deadlock':
        return this.deadlock;
      default:
        throw new Error(`unexpected request ${command}`);
    }
  }

  /** How often the command was asked. */
  count(command: string): number {
    return this.asked.filter(([c]) => c === command).length;
  }
}

export function tasklet(id: number, more: Partial<Tasklet> = {}): Tasklet {
  return { id, name: `worker ${id}`, state: 'runnable', threadId: 100 + id, ...more };
}

export function channel(id: number, more: Partial<Channel> = {}): Channel {
  return { id, name: `ch ${id}`, balance: 0, preference: -1, scheduleAll: false, closing: false, closed: false, waiting: [], ...more };
}

export const place = (line: number, name = 'work'): { path: string; line: number; function: string } => ({ path: '/ws/app.py', line, function: name });
