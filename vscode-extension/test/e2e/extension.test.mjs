// The main job in a real VS Code: mistakes shown, a program debugged both ways, a deadlock explained.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { Workbench } from './workbench.mjs';

const vsix = process.env.VSIX ?? assert.fail('VSIX must name the packaged extension; run `make e2e`');
let vs;

before(async () => {
  vs = await Workbench.open(vsix, path.join(import.meta.dirname, '../fixture'));
});
after(() => vs?.close());

/** A step of the one session: its failure leaves a picture, and the steps after it are not tried. */
let failed = false;
const it = (name, body) =>
  test(name, async t => {
    if (failed) {
      t.skip('an earlier step failed');
      return;
    }
    try {
      await body();
    } catch (e) {
      failed = true;
      await vs.shot('failed-' + name.replace(/\W+/g, '-').slice(0, 40));
      throw e;
    }
  });

it('mistakes are underlined and listed in Problems', async () => {
  await vs.openFile('mistakes.py');
  await vs.page.locator('.squiggly-error').first().waitFor();
  await vs.command('Problems: Focus on Problems View');
  await vs.problem('undefined_total').waitFor();
  await vs.problem('nobody sends on it', 'SLP101').waitFor();
  await vs.problem('wait for each other in a circle', 'SLP106').waitFor();
  await vs.status().filter({ hasText: 'slp' }).waitFor();
  await vs.shot('1-problems');
});

it('hover tells about a channel', async () => {
  await vs.line('answers = stackless').click();
  await vs.page.keyboard.press('Home');
  await vs.command('Show or Focus Hover');
  await vs.page.locator('.monaco-hover:visible', { hasText: 'channel' }).first().waitFor();
  await vs.shot('2-hover');
  await vs.page.keyboard.press('Escape');
});

it('the lens over a channel shows who works on it', async () => {
  await vs.page.keyboard.press('Control+J'); // the panel: the editor needs its room
  await vs.openFile('pipeline.py');
  await vs.page.locator('.codelens-decoration a:visible', { hasText: 'sender' }).first().click();
  await vs.page.locator('.reference-zone-widget, .zone-widget .peekview-widget').first().waitFor();
  await vs.page.locator('.peekview-widget .referenceMatch, .reference-zone-widget .monaco-list-row').first().waitFor();
  await vs.shot('2-lens');
  await vs.page.keyboard.press('Escape');
});

it('F5 without a launch.json stops at a breakpoint', async () => {
  await vs.openFile('pipeline.py');
  await vs.breakpoint('result += square');
  await vs.page.keyboard.press('F5');
  await vs.stoppedAt(21);
  await vs.row('Locals').click();
  await vs.row('result', '0').first().waitFor();
  await vs.shot('3-stopped');
});

it('the tasklets and channels of the program are seen', async () => {
  const tasklets = vs.view('Tasklets');
  await tasklets.row('main', 'blocked: receive on done', 'pipeline.py:31').waitFor();
  await tasklets.row('total', 'running', 'pipeline.py:21').waitFor();
  await tasklets.row('numbers').waitFor();
  await tasklets.row('squares').waitFor();
  const channels = vs.view('Channels');
  await channels.row('done', '1 waiting to receive', 'balance -1').waitFor();
  await channels.row('raw').waitFor();
  await vs.status().filter({ hasText: '4 tasklets' }).waitFor();
  await vs.shot('4-views');
});

it('continue, then back: the variables of the past return', async () => {
  await vs.toolbar('continue');
  await vs.stoppedAt(21);
  await vs.row('square', '1').first().waitFor();
  await vs.toolbar('step-over');
  await vs.stoppedAt(22);
  await vs.row('result', '1').first().waitFor();
  await vs.page.keyboard.press('Shift+Alt+F10');
  await vs.stoppedAt(21);
  await vs.row('result', '0').first().waitFor();
  await vs.shot('5-stepped-back');
  await vs.page.keyboard.press('Shift+Alt+F5');
  await vs.row('square', '0').first().waitFor();
  await vs.stoppedAt(21);
  await vs.shot('6-reversed');
});

it('the program goes on to its end', async () => {
  await vs.command('Remove All Breakpoints');
  await vs.page.keyboard.press('F5');
  await vs.ended();
  await vs.command('Debug Console: Focus on Debug Console View');
  await vs.page.locator('.repl .monaco-list-row', { hasText: 'sum of squares 30' }).waitFor();
});

it('a launch configuration runs into a deadlock, and the deadlock is explained', async () => {
  mkdirSync(path.join(vs.folder, '.vscode'));
  writeFileSync(path.join(vs.folder, '.vscode/launch.json'), JSON.stringify({
    version: '0.2.0',
    configurations: [{ type: 'stackless', request: 'launch', name: 'Crossed receives', program: '${workspaceFolder}/deadlock.py' }],
  }));
  await vs.page.locator('.statusbar', { hasText: 'Crossed receives' }).waitFor();
  await vs.page.keyboard.press('F5');
  await vs.stoppedAt(12);
  // VS Code's exception widget shows what exceptionInfo tells: the whole cycle.
  const widget = vs.page.locator('.exception-widget');
  await widget.filter({ hasText: 'tasklets wait for each other' }).waitFor();
  for (const arrow of [/left .*waits to receive from to_left.* for right/, /right .*waits to receive from to_right.* for left/, /main waits to receive from done/]) {
    assert.match((await widget.innerText()).replaceAll('\u00a0', ' '), arrow);
  }
  const tasklets = vs.view('Tasklets');
  await tasklets.pane.locator('.message', { hasText: 'wait for each other' }).waitFor();
  await tasklets.row('left', 'blocked: receive on to_left').locator('.codicon-error').waitFor();
  await vs.status().filter({ hasText: 'deadlock' }).waitFor();
  await vs.shot('7-deadlock');
});

it('the explanation leads to the lines that wait', async () => {
  await vs.command('Stackless: Explain Deadlock');
  await vs.page.locator('.quick-input-list .monaco-list-row', { hasText: 'main' }).waitFor();
  await vs.shot('8-explained');
  await vs.pick('left');
  await vs.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 6, Col' }).waitFor();
});

it('out of the deadlock, back into the past', async () => {
  await vs.toolbar('step-back');
  await vs.page.locator('.exception-widget').waitFor({ state: 'hidden' });
  await vs.view('Tasklets').row('right', 'running').waitFor();
  await vs.shot('9-before-the-deadlock');
  await vs.page.keyboard.press('Shift+F5');
  await vs.ended();
});

it('slp check reports the deadlock in Problems', async () => {
  await vs.openFile('deadlock.py');
  await vs.command('Stackless: Check Python File for Deadlocks');
  await vs.page.locator('.notification-toast', { hasText: /slp check deadlock\.py: \d+ finding/ }).waitFor();
  await vs.command('Problems: Focus on Problems View');
  await vs.problem('slp check').first().waitFor();
  await vs.shot('10-check');
});

it('the language server can be restarted and tells its version', async () => {
  await vs.command('Stackless: Restart Language Server');
  await vs.command('Stackless: Show Version');
  await vs.page.locator('.notification-toast', { hasText: /slp \S+ \(bundled: .*\/bin\/slp\); extension \d+\.\d+\.\d+/ }).waitFor();
  await vs.shot('11-version');
});
