// Tells a deadlock as a list of tasklets, in the order of the cycle; choosing one goes to its line.

import * as vscode from 'vscode';
import type { Debuggee } from './debuggee';
import type { DeadlockBody, Place } from './protocol';
import { deadlockText, placeText, stateText } from './views/rows';

export interface DeadlockItem extends vscode.QuickPickItem {
  place?: Place;
}

export async function explainDeadlock(debuggee: Debuggee): Promise<void> {
  await debuggee.refresh();
  const { deadlock } = debuggee.picture;
  if (deadlock === undefined) {
    void vscode.window.showInformationMessage('No deadlock: no tasklet waits for one that waits for it.');
    return;
  }
  const chosen = await vscode.window.showQuickPick(deadlockItems(deadlock), {
    title: deadlockText(deadlock),
    placeHolder: 'Choose a tasklet to go to the line where it waits',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.place !== undefined) {
    await openPlace(chosen.place);
  }
}

export function deadlockItems(body: DeadlockBody): DeadlockItem[] {
  const byId = new Map(body.tasklets.map(t => [t.id, t]));
  const steps = body.cycle.map((step, i): DeadlockItem => {
    const next = body.cycle[(i + 1) % body.cycle.length];
    const place = byId.get(step.tasklet)?.location;
    return {
      label: `$(error) ${step.name}`,
      description: `waits to ${step.operation} on ${step.channelName}`,
      detail: [place && placeText(place), next && body.cycle.length > 1 ? `needs ${next.name}` : ''].filter(Boolean).join(' · '),
      place,
    };
  });
  const inCycle = new Set(body.cycle.map(step => step.tasklet));
  const others = body.tasklets
    .filter(t => !inCycle.has(t.id))
    .map((t): DeadlockItem => ({ label: `$(circle-slash) ${t.name}`, description: stateText(t), detail: t.location && placeText(t.location), place: t.location }));
  if (steps.length > 0 && others.length > 0) {
    return [...steps, { label: 'Also blocked', kind: vscode.QuickPickItemKind.Separator }, ...others];
  }
  return [...steps, ...others];
}

export async function openPlace(place: Place): Promise<void> {
  const at = new vscode.Range(place.line - 1, 0, place.line - 1, 0);
  await vscode.window.showTextDocument(vscode.Uri.file(place.path), { selection: at });
}
