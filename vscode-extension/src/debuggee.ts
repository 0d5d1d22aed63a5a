// What the adapter last told about the session in focus. The views show it; nothing else keeps it.

import * as vscode from 'vscode';
import type { Channel, DeadlockBody, Requests, Tasklet } from './protocol';

/** How many tasklets or channels one request asks for; a program can have a million. */
export const pageSize = 500;

/** While a program runs it may report changes faster than anybody can read them. */
const runningDelay = 200;

/** The part of a debug session that is used here. */
export interface Session {
  readonly id: string;
  customRequest(command: string, args?: unknown): Thenable<unknown>;
}

export interface Picture {
  tasklets: Tasklet[];
  taskletTotal: number;
  channels: Channel[];
  channelTotal: number;
  deadlock?: DeadlockBody;
  running: boolean;
  /** Why the picture could not be had. */
  problem?: string;
}

const empty: Picture = { tasklets: [], taskletTotal: 0, channels: [], channelTotal: 0, running: false };

export class Debuggee implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly running = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private wants = { tasklets: pageSize, channels: pageSize };
  private focus: Session | undefined;
  private shown: Picture = empty;
  private text = '';

  readonly onDidChange = this.changed.event;

  get picture(): Picture {
    return this.shown;
  }

  get session(): Session | undefined {
    return this.focus;
  }

  get filter(): string {
    return this.text;
  }

  /** Asks the adapter for the tasklets that fit; what fits is the adapter's to say. */
  setFilter(text: string): Promise<void> {
    this.text = text;
    this.wants.tasklets = pageSize;
    return this.refresh();
  }

  loadMore(what: 'tasklets' | 'channels'): Promise<void> {
    this.wants[what] += pageSize;
    return this.refresh();
  }

  /** The session whose program is shown; undefined when no session of ours has the focus. */
  setSession(session: Session | undefined): void {
    if (session?.id === this.focus?.id) {
      return;
    }
    this.focus = session;
    this.text = '';
    this.wants = { tasklets: pageSize, channels: pageSize };
    this.show(empty);
    void this.refresh();
  }

  /** A message of the adapter has passed by. */
  heard(session: Session, event: string): void {
    switch (event) {
      case 'stopped':
        this.running.delete(session.id);
        this.schedule(session, 0);
        break;
      case 'continued':
        this.running.add(session.id);
        this.schedule(session, runningDelay);
        break;
      case 'slp/changed':
        this.schedule(session, this.running.has(session.id) ? runningDelay : 0);
        break;
    }
  }

  ended(session: Session): void {
    this.running.delete(session.id);
    if (session.id === this.focus?.id) {
      this.setSession(undefined);
    }
  }

  /** Asks the adapter anew. An answer that a later question has overtaken is dropped. */
  async refresh(): Promise<void> {
    const session = this.focus;
    const mine = ++this.asked;
    if (session === undefined) {
      return;
    }
    const running = this.running.has(session.id);
    try {
      const [tasklets, channels, deadlock] = await Promise.all([
        ask(session, 'slp/tasklets', { filter: this.text, start: 0, count: this.wants.tasklets }),
        ask(session, 'slp/channels', { start: 0, count: this.wants.channels }),
        running ? undefined : ask(session, 'slp/deadlock', {}),
      ]);
      if (mine === this.asked) {
        this.show({
          tasklets: tasklets.tasklets,
          taskletTotal: tasklets.total,
          channels: channels.channels,
          channelTotal: channels.total,
          deadlock: deadlock?.found ? deadlock : undefined,
          running,
        });
      }
    } catch (e) {
      if (mine === this.asked) {
        // A running program need not answer: what it said last stays, marked as past.
        const problem = running ? undefined : e instanceof Error ? e.message : String(e);
        this.show({ ...this.shown, running, deadlock: undefined, problem });
      }
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.asked++;
    this.changed.dispose();
  }

  private schedule(session: Session, delay: number): void {
    if (session.id !== this.focus?.id) {
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), delay);
  }

  private show(picture: Picture): void {
    this.shown = picture;
    this.changed.fire();
  }
}

async function ask<R extends keyof Requests>(session: Session, request: R, args: Requests[R]['arguments']): Promise<Requests[R]['body']> {
  return (await session.customRequest(request, args)) as Requests[R]['body'];
}
