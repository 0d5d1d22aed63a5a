// The Tasklets view: one row a tasklet, as `slp/tasklets` gives them.

import * as vscode from 'vscode';
import type { Debuggee } from '../debuggee';
import type { Place, Tasklet, TaskletState } from '../protocol';
import { deadlockText, moreItem, openCommand, placeItem, placeText, stateText } from './rows';

export type TaskletNode =
  | { kind: 'tasklet'; tasklet: Tasklet }
  | { kind: 'place'; tasklet: Tasklet; label: string; place: Place; icon: string }
  | { kind: 'more'; missing: number };

const icons: Record<TaskletState, [icon: string, color?: string]> = {
  running: ['play-circle', 'charts.green'],
  runnable: ['circle-large-outline', 'charts.green'],
  blocked: ['circle-slash', 'charts.yellow'],
  paused: ['debug-pause', 'charts.blue'],
  new: ['circle-outline'],
  dead: ['circle-filled', 'disabledForeground'],
};

export class TaskletsView implements vscode.TreeDataProvider<TaskletNode> {
  private readonly changed = new vscode.EventEmitter<void>();
  private rows: TaskletNode[] = [];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly debuggee: Debuggee) {}

  /** Shows the debuggee's picture in a tree view, and its message above the rows. */
  attach(view: Pick<vscode.TreeView<TaskletNode>, 'message' | 'description'>): vscode.Disposable {
    return this.debuggee.onDidChange(() => {
      const { tasklets, taskletTotal } = this.debuggee.picture;
      this.rows = tasklets.map(tasklet => ({ kind: 'tasklet', tasklet }));
      if (taskletTotal > tasklets.length) {
        this.rows.push({ kind: 'more', missing: taskletTotal - tasklets.length });
      }
      view.message = this.message();
      view.description = this.debuggee.filter === '' ? undefined : `filter: ${this.debuggee.filter}`;
      this.changed.fire();
    });
  }

  /** The row of the tasklet with this thread, for the Call Stack's selection. */
  rowOf(threadId: number): TaskletNode | undefined {
    return this.rows.find(r => r.kind === 'tasklet' && r.tasklet.threadId === threadId);
  }

  getChildren(node?: TaskletNode): TaskletNode[] {
    if (node === undefined) {
      return this.rows;
    }
    if (node.kind !== 'tasklet') {
      return [];
    }
    const { tasklet } = node;
    const places: [string, Place | undefined, string][] = [
      ['stands in', tasklet.location, 'location'],
      ['created in', tasklet.created, 'symbol-constructor'],
    ];
    return places.flatMap(([label, place, icon]) => (place === undefined ? [] : [{ kind: 'place' as const, tasklet, label, place, icon }]));
  }

  getParent(node: TaskletNode): TaskletNode | undefined {
    return node.kind === 'place' ? this.rowOf(node.tasklet.threadId) : undefined;
  }

  getTreeItem(node: TaskletNode): vscode.TreeItem {
    switch (node.kind) {
      case 'tasklet':
        return this.taskletItem(node.tasklet);
      case 'place':
        return placeItem(node.label, node.place, node.icon);
      case 'more':
        return moreItem('tasklets', node.missing);
    }
  }

  private taskletItem(t: Tasklet): vscode.TreeItem {
    const inCycle = this.debuggee.picture.deadlock?.cycle.some(step => step.tasklet === t.id) ?? false;
    const state = stateText(t);
    const item = new vscode.TreeItem(t.name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `${this.debuggee.session?.id}/tasklet/${t.id}`;
    item.description = [state, t.location && placeText(t.location)].filter(Boolean).join(' · ');
    item.iconPath = icon(t.state, inCycle);
    item.tooltip = [
      `tasklet ${t.id}: ${t.name}${t.isMain ? ' (main)' : ''}`,
      inCycle ? `${state}, part of the deadlock` : state,
      t.sinceTick === undefined ? '' : `since tick ${t.sinceTick.toLocaleString('en')}`,
      t.location ? `stands in ${t.location.function}, ${t.location.path}:${t.location.line}` : '',
      t.created ? `created in ${t.created.function}, ${t.created.path}:${t.created.line}` : '',
    ].filter(line => line !== '').join('\n');
    item.contextValue = ['tasklet', t.state, t.location && 'located', t.created && 'created'].filter(Boolean).join(' ');
    item.accessibilityInformation = { label: `tasklet ${t.name}, ${state}${inCycle ? ', part of the deadlock' : ''}` };
    item.command = openCommand(t.location ?? t.created);
    return item;
  }

  private message(): string | undefined {
    const { deadlock, problem, running } = this.debuggee.picture;
    if (problem !== undefined) {
      return `The adapter does not tell: ${problem}`;
    }
    if (deadlock !== undefined) {
      return deadlockText(deadlock);
    }
    return running ? 'Running…' : undefined;
  }
}

function icon(state: TaskletState, inCycle: boolean): vscode.ThemeIcon {
  if (inCycle) {
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('charts.red'));
  }
  // A state that a newer adapter invents still gets a row.
  const [name, color] = icons[state] ?? ['question'];
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}
