// Words and rows that both views use.

import * as path from 'node:path';
import * as vscode from 'vscode';
import type { DeadlockBody, Place, Tasklet } from '../protocol';

export function placeText(place: Place): string {
  return `${path.basename(place.path)}:${place.line}`;
}

/** What a tasklet does, in a few words: "blocked: receive on jobs". */
export function stateText(t: Tasklet): string {
  if (t.state !== 'blocked' || t.operation === undefined) {
    return t.state;
  }
  return `blocked: ${t.operation}${t.channelName === undefined ? '' : ` on ${t.channelName}`}`;
}

/** The first line of the adapter's report; the rows tell the rest. */
export function deadlockText(deadlock: DeadlockBody): string {
  return deadlock.message?.split('\n', 1)[0] || 'Deadlock';
}

/** A click on the row opens the place. */
export function openCommand(place: Place | undefined): vscode.Command | undefined {
  if (place === undefined) {
    return undefined;
  }
  const at = new vscode.Range(place.line - 1, 0, place.line - 1, 0);
  return { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.file(place.path), { selection: at, preserveFocus: true } satisfies vscode.TextDocumentShowOptions] };
}

/** A leaf below a row: a word, and the place it speaks of. */
export function placeItem(label: string, place: Place, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.description = `${place.function} · ${placeText(place)}`;
  item.tooltip = `${place.path}:${place.line}`;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = openCommand(place);
  return item;
}

/** The last row of a list that is longer than what was asked for. */
export function moreItem(what: 'tasklets' | 'channels', missing: number): vscode.TreeItem {
  const item = new vscode.TreeItem(`${missing.toLocaleString('en')} more…`);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: 'slp.loadMore', title: 'Load More', arguments: [what] };
  return item;
}
