// Mirrors dap/extensions.go, in its order and with its words. Change that file first, then this one.
//
// Our own requests and events over the Debug Adapter Protocol. Lines count from 1, as the
// session's `initialize` asks for. Ids are those the program's own reports show.

/** A place in the program's source. */
export interface Place {
  path: string;
  line: number;
  function: string;
}

export type TaskletState = 'running' | 'runnable' | 'blocked' | 'paused' | 'dead' | 'new';

export type Operation = 'send' | 'receive';

export interface Tasklet {
  id: number;
  name: string;
  state: TaskletState;
  /** The tasklet's thread in the standard requests. */
  threadId: number;
  /** What a blocked tasklet waits to do, and on which channel. */
  operation?: Operation;
  channelId?: number;
  channelName?: string;
  /** Where it stands; absent before its first step. */
  location?: Place;
  created?: Place;
  /** The tick of the program at which it came into its state. */
  sinceTick?: number;
  isMain?: boolean;
  isCurrent?: boolean;
}

export interface Channel {
  id: number;
  name: string;
  /** Senders that wait count up, receivers that wait count down. */
  balance: number;
  preference: number;
  scheduleAll: boolean;
  closing: boolean;
  closed: boolean;
  /** Ids of the tasklets that wait, first come first. */
  waiting: number[];
  /** What they wait to do; absent when none waits. */
  direction?: Operation;
  created?: Place;
}

/** One arrow of a wait-for cycle: the tasklet waits on the channel for the next one. */
export interface CycleStep {
  tasklet: number;
  name: string;
  operation: Operation;
  channel: number;
  channelName: string;
}

/** Arguments of `slp/tasklets`. */
export interface TaskletsArguments {
  filter?: string;
  start?: number;
  count?: number;
}

/** Response body of `slp/tasklets`. */
export interface TaskletsBody {
  tasklets: Tasklet[];
  total: number;
}

/** Arguments of `slp/channels`. */
export interface ChannelsArguments {
  start?: number;
  count?: number;
}

/** Response body of `slp/channels`. */
export interface ChannelsBody {
  channels: Channel[];
  total: number;
}

/** Arguments of `slp/deadlock`: none. */
export type DeadlockArguments = Record<string, never>;

/** Response body of `slp/deadlock`. */
export interface DeadlockBody {
  found: boolean;
  kind?: string;
  message?: string;
  cycle: CycleStep[];
  tasklets: Tasklet[];
}

/** Body of the event `slp/changed`. */
export interface ChangedBody {
  what: ('tasklets' | 'channels')[];
}

/** Every request of ours: its name, its arguments, its response body. */
export interface Requests {
  'slp/tasklets': { arguments: TaskletsArguments; body: TaskletsBody };
  'slp/channels': { arguments: ChannelsArguments; body: ChannelsBody };
  'slp/deadlock': { arguments: DeadlockArguments; body: DeadlockBody };
}

/** Every event of ours: its name and its body. */
export interface Events {
  'slp/changed': ChangedBody;
}
