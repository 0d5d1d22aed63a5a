// package.json and the code name the same things.

import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, test, vi } from 'vitest';
import { commands } from '../../src/commands';
import { settingsForServer } from '../../src/language';
import { oldestServer } from '../../src/server';

vi.mock('vscode-languageclient/node', () => ({ LanguageClient: class {}, State: {} }));



const root = path.join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const c = manifest.contributes;
const declared: string[] = c.commands.map((x: { command: string }) => x.command);

test('every declared command exists and every command is declared', () => {
  expect(Object.keys(commands({} as never)).sort()).toEqual([...declared].sort());
});

test('menus, keys and welcome texts name commands that exist', () => {
  const used = [...Object.values(c.menus).flat(), ...c.keybindings].map((x: unknown) => (x as { command: string }).command);
  expect(used.filter(name => name.startsWith('slp.') && !declared.includes(name))).toEqual([]);
});

test('menus and views name views that exist', () => {
  const views = ['slp.tasklets', 'slp.channels'];
  expect(c.views.debug.map((v: { id: string }) => v.id)).toEqual(views);
  expect(c.viewsWelcome.map((w: { view: string }) => w.view)).toEqual(views);
});

test('the keys for going back work only in a stopped session of ours', () => {
  for (const key of c.keybindings) {
    expect(key.when, key.command).toBe("debugType == 'stackless' && debugState == 'stopped'");
  }
  expect(c.keybindings.map((k: { command: string }) => k.command)).toEqual(['workbench.action.debug.stepBack', 'workbench.action.debug.reverseContinue']);
});

test('commands that need an argument or run code are kept from the palette where they cannot work', () => {
  const when = new Map<string, string>(c.menus.commandPalette.map((m: { command: string; when: string }) => [m.command, m.when]));
  for (const name of ['slp.goToLocation', 'slp.goToCreation', 'slp.loadMore', 'slp.showReferences']) {
    expect(when.get(name), name).toBe('false');
  }
  for (const name of ['slp.debugFile', 'slp.runFile', 'slp.checkFile']) {
    expect(when.get(name), name).toContain('isWorkspaceTrusted');
    expect(c.commands.find((x: { command: string }) => x.command === name).enablement, name).toContain('isWorkspaceTrusted');
  }
});

test('an untrusted workspace cannot choose the program that runs', () => {
  expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited');
  expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('slp.server.path');
  expect(c.debuggers[0].when).toContain('isWorkspaceTrusted');
});

test('files that package.json names exist and are packaged', () => {
  const packaged = readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n').filter(l => l.startsWith('!')).map(l => l.slice(1));
  const named = [manifest.icon, ...c.views.debug.map((v: { icon: string }) => v.icon), ...c.snippets.map((s: { path: string }) => s.path)].map(f => path.normalize(f));
  for (const file of [...named, 'README.md', 'CHANGELOG.md', 'LICENSE']) {
    expect(existsSync(path.join(root, file)), file).toBe(true);
    expect(packaged).toContain(file);
  }
});

test('snippets: one prefix each, and placeholders that number from 1 without a gap', () => {
  const snippets: Record<string, { prefix: string; description: string; body: string | string[] }> = JSON.parse(readFileSync(path.join(root, 'snippets/stackless.json'), 'utf8'));
  const prefixes = Object.values(snippets).map(s => s.prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const [name, snippet] of Object.entries(snippets)) {
    const numbers = new Set([...[snippet.body].flat().join('\n').matchAll(/\$\{?(\d+)/g)].map(m => Number(m[1])).filter(n => n > 0));
    expect([...numbers].sort((a, b) => a - b), name).toEqual([...numbers].map((_, i) => i + 1));
    expect(snippet.description, name).not.toBe('');
  }
});

test('the packaged slp is one that the extension takes', () => {
  expect(manifest.version.split('.')[0]).toBe(oldestServer.split('.')[0]);
});

test('the lock files name no registry host', () => {
  for (const lock of ['package-lock.json', 'test/e2e/package-lock.json']) {
    expect(readFileSync(path.join(root, lock), 'utf8')).not.toContain('"resolved"');
  }
});

test('the server gets the settings that are set, and no others', () => {
  const configuration = (values: Record<string, unknown>): never =>
    ({ get: (name: string) => values[name] ?? [], inspect: (name: string) => ({ key: name, defaultValue: [], globalValue: values[name] }) }) as never;
  expect(settingsForServer(configuration({}))).toEqual({});
  const all = Object.fromEntries(
    c.configuration.flatMap((section: { properties: object }) => Object.keys(section.properties)).filter((k: string) => k.startsWith('slp.analysis.')).map((k: string) => [k.slice('slp.analysis.'.length), k]),
  );
  expect(Object.keys(all)).toContain('ignore');
  expect(settingsForServer(configuration(all))).toEqual({ analysis: all });
  expect(settingsForServer(configuration({ ignore: ['SLP102'] }))).toEqual({ analysis: { ignore: ['SLP102'] } });
});

test('the problem matcher reads the text report', () => {
  const [head, place] = c.problemMatchers[0].pattern.map((p: { regexp: string }) => new RegExp(p.regexp));
  expect(head.exec('error[SLP201]: deadlock: right#3 waits to receive')?.slice(1)).toEqual(['error', 'SLP201', 'deadlock: right#3 waits to receive']);
  expect(place.exec('   --> deadlock.py:12:14, in right')?.slice(1)).toEqual(['deadlock.py', '12', '14']);
  expect(place.exec('  --> C:\\src\\app.py:6:27')?.slice(1)).toEqual(['C:\\src\\app.py', '6', '27']);
});
