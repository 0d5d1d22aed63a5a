// The Channels view: one row a channel, as `slp/channels` gives them; below it the tasklets that wait.

import * as vscode from 'vscode';
import type { Debuggee } from '../debuggee';
import type { Channel, Place, Tasklet } from '../protocol';
import { moreItem, openCommand, placeItem, placeText } from './rows';

export type ChannelNode =
  | { kind: 'channel'; channel: Channel }
  | { kind: 'waiting'; channel: Channel; id: number }
  | { kind: 'created'; channel: Channel; place: Place }
  | { kind: 'more'; missing: number };

const preferences: Record<number, string> = { [-1]: 'the receiver goes on first', 0: 'nobody is preferred', 1: 'the sender goes on first' };

export class ChannelsView implements vscode.TreeDataProvider<ChannelNode> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly debuggee: Debuggee) {}

  attach(): vscode.Disposable {
    return this.debuggee.onDidChange(() => this.changed.fire());
  }

  getChildren(node?: ChannelNode): ChannelNode[] {
    if (node === undefined) {
      const { channels, channelTotal } = this.debuggee.picture;
      const rows: ChannelNode[] = channels.map(channel => ({ kind: 'channel', channel }));
      return channelTotal > channels.length ? [...rows, { kind: 'more', missing: channelTotal - channels.length }] : rows;
    }
    if (node.kind !== 'channel') {
      return [];
    }
    const { channel } = node;
    const rows: ChannelNode[] = channel.waiting.map(id => ({ kind: 'waiting', channel, id }));
    return channel.created === undefined ? rows : [...rows, { kind: 'created', channel, place: channel.created }];
  }

  getParent(): undefined {
    return undefined; // only rows without a parent are revealed
  }

  getTreeItem(node: ChannelNode): vscode.TreeItem {
    switch (node.kind) {
      case 'channel':
        return this.channelItem(node.channel);
      case 'waiting':
        return this.waitingItem(node.channel, node.id);
      case 'created':
        return placeItem('created in', node.place, 'symbol-constructor');
      case 'more':
        return moreItem('channels', node.missing);
    }
  }

  private channelItem(c: Channel): vscode.TreeItem {
    const waits = c.waiting.length > 0 || c.created !== undefined;
    const item = new vscode.TreeItem(c.name, waits ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    item.id = `${this.debuggee.session?.id}/channel/${c.id}`;
    item.description = describe(c);
    item.iconPath = icon(c);
    item.tooltip = [
      `channel ${c.id}: ${c.name}`,
      `balance ${c.balance}`,
      `preference ${c.preference}: ${preferences[c.preference] ?? 'unknown'}`,
      c.scheduleAll ? 'schedule_all: every operation switches' : '',
      c.created ? `created in ${c.created.function}, ${c.created.path}:${c.created.line}` : '',
    ].filter(line => line !== '').join('\n');
    item.contextValue = c.created === undefined ? 'channel' : 'channel created';
    item.accessibilityInformation = { label: `channel ${c.name}, ${describe(c)}` };
    item.command = openCommand(c.created);
    return item;
  }

  private waitingItem(c: Channel, id: number): vscode.TreeItem {
    const t: Tasklet | undefined = this.debuggee.picture.tasklets.find(candidate => candidate.id === id);
    const item = new vscode.TreeItem(t?.name ?? `tasklet ${id}`);
    item.description = [`waits to ${c.direction ?? 'go on'}`, t?.location && placeText(t.location)].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon(c.direction === 'send' ? 'arrow-right' : 'arrow-left');
    item.command = openCommand(t?.location);
    return item;
  }
}

function describe(c: Channel): string {
  const words: string[] = [];
  if (c.direction !== undefined && c.waiting.length > 0) {
    words.push(`${c.waiting.length} waiting to ${c.direction}`);
  }
  words.push(`balance ${c.balance}`);
  if (c.closed) {
    words.push('closed');
  } else if (c.closing) {
    words.push('closing');
  }
  return words.join(' · ');
}

function icon(c: Channel): vscode.ThemeIcon {
  if (c.closed || c.closing) {
    return new vscode.ThemeIcon('lock', new vscode.ThemeColor('disabledForeground'));
  }
  return new vscode.ThemeIcon('arrow-swap', c.waiting.length > 0 ? new vscode.ThemeColor('charts.yellow') : undefined);
}
