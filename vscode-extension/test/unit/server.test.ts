import { expect, test } from 'vitest';
import { findServer, oldestServer, parseVersion, type Surroundings } from '../../src/server';

/** A machine on which the files answer `--version` as told; an Error cannot be run. */
function machine(files: Record<string, string | Error>, more: Partial<Surroundings> = {}): Surroundings & { ran: string[]; logged: string[] } {
  const ran: string[] = [];
  const logged: string[] = [];
  return {
    setting: '',
    searchPath: '/usr/local/bin:/usr/bin',
    bundled: '/ext/bin/slp',
    trusted: true,
    windows: false,
    home: '/home/ada',
    workspaceFolder: '/ws',
    isExecutable: async file => file in files,
    async runVersion(file) {
      ran.push(file);
      const answer = files[file];
      if (typeof answer === 'string') {
        return answer;
      }
      throw answer ?? new Error('no such file');
    },
    log: line => logged.push(line),
    ran,
    logged,
    ...more,
  };
}

const is = (version: string): string => `slp ${version} Python 3.14 linux/amd64\n`;
const good = is('0.1.0');

test('the setting comes before PATH and the bundled one', async () => {
  const m = machine({ '/opt/slp': is('0.3.1'), '/usr/bin/slp': good, '/ext/bin/slp': good }, { setting: '/opt/slp' });
  expect(await findServer(m)).toEqual({ path: '/opt/slp', version: '0.3.1', source: 'setting' });
  expect(m.ran).toEqual(['/opt/slp']);
});

test('PATH comes before the bundled one, in its own order', async () => {
  const m = machine({ '/usr/local/bin/slp': is('0.2.0'), '/usr/bin/slp': good, '/ext/bin/slp': good });
  expect(await findServer(m)).toMatchObject({ path: '/usr/local/bin/slp', version: '0.2.0', source: 'PATH' });
});

test('the bundled one is used when PATH has none', async () => {
  expect(await findServer(machine({ '/ext/bin/slp': good }))).toMatchObject({ path: '/ext/bin/slp', source: 'bundled', warning: undefined });
});

test('an untrusted workspace gets the bundled one, and nothing else is run', async () => {
  const m = machine({ '/ws/evil': good, '/usr/bin/slp': good, '/ext/bin/slp': good }, { setting: '${workspaceFolder}/evil', trusted: false });
  expect(await findServer(m)).toMatchObject({ source: 'bundled' });
  expect(m.ran).toEqual(['/ext/bin/slp']);
  expect(m.logged[0]).toContain('not trusted');
});

test.each([
  ['~/bin/slp', '/home/ada/bin/slp'],
  ['${workspaceFolder}/build/slp', '/ws/build/slp'],
  ['build/slp', '/ws/build/slp'],
])('the setting %s means %s', async (setting, file) => {
  expect(await findServer(machine({ [file]: good }, { setting }))).toMatchObject({ path: file, source: 'setting' });
});

test('a setting that cannot be used is told, and the search goes on', async () => {
  const server = await findServer(machine({ '/ext/bin/slp': good }, { setting: '/nowhere/slp' }));
  expect(server.source).toBe('bundled');
  expect(server.warning).toBe('The setting slp.server.path names /nowhere/slp, but it does not exist or is not executable.');
});

test('another program that is called slp is passed over', async () => {
  const m = machine({ '/usr/bin/slp': 'StackLight print 2.0.0', '/ext/bin/slp': good });
  expect(await findServer(m)).toMatchObject({ source: 'bundled' });
  expect(m.logged[0]).toContain('another program');
});

test('a program that cannot be run is passed over', async () => {
  const m = machine({ '/usr/bin/slp': new Error('Exec format error'), '/ext/bin/slp': good });
  expect(await findServer(m)).toMatchObject({ source: 'bundled' });
  expect(m.logged[0]).toContain('Exec format error');
});

test('a version that is too old or of another major is passed over', async () => {
  const m = machine({ '/usr/local/bin/slp': is('0.0.9'), '/usr/bin/slp': is('1.0.0'), '/ext/bin/slp': good });
  expect(await findServer(m)).toMatchObject({ source: 'bundled' });
  expect(m.logged.filter(l => l.includes(`needs ${oldestServer}`))).toHaveLength(2);
});

test('a build from a work tree fits, whatever its commit begins with', async () => {
  const m = machine({ '/usr/bin/slp': is('9a2b3c4-dirty'), '/ext/bin/slp': good });
  expect(await findServer(m)).toMatchObject({ source: 'PATH', version: '9a2b3c4-dirty' });
});

test('relative folders of PATH are not searched', async () => {
  const m = machine({ 'bin/slp': good, 'slp': good, '/ext/bin/slp': good }, { searchPath: 'bin:.:' });
  expect(await findServer(m)).toMatchObject({ source: 'bundled' });
});

test('when nothing can be used the error says why and what to do', async () => {
  await expect(findServer(machine({ '/ext/bin/slp': new Error('Permission denied') }, { setting: '/nowhere/slp' }))).rejects.toThrow(
    /slp\.server\.path names \/nowhere\/slp.*comes with the extension cannot be used: 'slp --version' failed: Permission denied.*put it on PATH, or set slp\.server\.path/,
  );
});

test.each([
  [is('0.1.0'), '0.1.0'],
  [is('v1.22.3-rc.1'), '1.22.3-rc.1'],
  [is('1a2b3c4-dirty'), '1a2b3c4-dirty'],
  [is('dev'), 'dev'],
  ['slpx 0.1.0 Python 3.14', undefined],
  ['slp 2.0.0', undefined],
  ['usage: slp FILE 1.2.3', undefined],
  ['', undefined],
])('the version in %j is %j', (output, version) => {
  expect(parseVersion(output)).toBe(version);
});
