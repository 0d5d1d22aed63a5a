// Finds the slp program: the setting, then PATH, then the one that comes with the extension.
// In an untrusted workspace only the last: a workspace must not choose what runs on opening it.

import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import * as path from 'node:path';

/** The oldest slp whose requests this extension can use. */
export const oldestServer = '0.1.0';

export type Source = 'setting' | 'PATH' | 'bundled';

export interface Server {
  path: string;
  version: string;
  source: Source;
  /** What went wrong with a choice that came before this one, for the user to read. */
  warning?: string;
}

/** Everything outside that the search looks at; a test gives its own. */
export interface Surroundings {
  /** The setting slp.server.path, as written. */
  setting: string;
  /** The environment's PATH. */
  searchPath: string;
  /** Where the extension keeps its own. */
  bundled: string;
  trusted: boolean;
  windows: boolean;
  home: string;
  workspaceFolder?: string;
  isExecutable(file: string): Promise<boolean>;
  /** What `file --version` prints; rejects when it cannot be run. */
  runVersion(file: string): Promise<string>;
  log(line: string): void;
}

/** Promises a server that has answered `--version` with a version that fits, or throws an error that says what to do. */
export async function findServer(s: Surroundings): Promise<Server> {
  const setting = s.setting.trim();
  let warning: string | undefined;
  if (setting !== '' && !s.trusted) {
    s.log('slp.server.path is ignored: the workspace is not trusted');
  } else if (setting !== '') {
    const file = expand(setting, s);
    const probe = await probeServer(file, s);
    if (probe.version !== undefined) {
      return chosen(s, { path: file, version: probe.version, source: 'setting' });
    }
    warning = `The setting slp.server.path names ${file}, but ${probe.problem}.`;
    s.log(warning);
  }
  if (s.trusted) {
    for (const file of onSearchPath(s)) {
      const probe = await probeServer(file, s);
      if (probe.version !== undefined) {
        return chosen(s, { path: file, version: probe.version, source: 'PATH', warning });
      }
      if (probe.found) {
        s.log(`passed over ${file}: ${probe.problem}`);
      }
    }
  }
  const probe = await probeServer(s.bundled, s);
  if (probe.version !== undefined) {
    return chosen(s, { path: s.bundled, version: probe.version, source: 'bundled', warning });
  }
  const parts = [warning, `The slp that comes with the extension cannot be used: ${probe.problem} (${s.bundled}).`,
    'Install slp and put it on PATH, or set slp.server.path to it.'];
  throw new Error(parts.filter(p => p !== undefined).join(' '));
}

function chosen(s: Surroundings, server: Server): Server {
  s.log(`using slp ${server.version} from ${server.source}: ${server.path}`);
  return server;
}

interface Probe {
  found: boolean;
  version?: string;
  problem?: string;
}

async function probeServer(file: string, s: Surroundings): Promise<Probe> {
  if (!(await s.isExecutable(file))) {
    return { found: false, problem: 'it does not exist or is not executable' };
  }
  let output: string;
  try {
    output = await s.runVersion(file);
  } catch (e) {
    return { found: true, problem: `'${path.basename(file)} --version' failed: ${firstLine(e instanceof Error ? e.message : String(e))}` };
  }
  const version = parseVersion(output);
  if (version === undefined) {
    return { found: true, problem: `it is another program: '--version' prints "${firstLine(output)}"` };
  }
  if (!fits(version)) {
    return { found: true, problem: `it is slp ${version}, and this extension needs ${oldestServer} or later of the same major version` };
  }
  return { found: true, version };
}

/** The version in what `slp --version` prints ("slp 0.1.0 Python 3.14 linux/amd64"); undefined when the program is not slp. */
export function parseVersion(output: string): string | undefined {
  return /^slp v?(\S+) Python \d/.exec(output)?.[1];
}

function fits(version: string): boolean {
  const has = numbers(version);
  const wants = numbers(oldestServer);
  if (has === undefined || wants === undefined) {
    return true; // a build from a work tree, named by its commit: its owner knows
  }
  const [major, minor, patch] = has;
  return major === wants[0] && (minor > wants[1] || (minor === wants[1] && patch >= wants[2]));
}

function numbers(version: string): [number, number, number] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)/.exec(version);
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])];
}

function expand(setting: string, s: Surroundings): string {
  let file = setting.replace(/^~(?=$|[/\\])/, () => s.home);
  if (s.workspaceFolder !== undefined) {
    const folder = s.workspaceFolder;
    file = file.replaceAll('${workspaceFolder}', () => folder);
    if (!path.isAbsolute(file)) {
      file = path.join(folder, file);
    }
  }
  return file;
}

function onSearchPath(s: Surroundings): string[] {
  const name = s.windows ? 'slp.exe' : 'slp';
  const folders = s.searchPath.split(s.windows ? ';' : ':');
  // A relative entry depends on the folder we happen to stand in: never run from there.
  return folders.filter(f => path.isAbsolute(f)).map(f => path.join(f, name));
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > 120 ? line.slice(0, 119) + '…' : line;
}

/** The real file system and processes, for Surroundings. */
export const real = {
  async isExecutable(file: string): Promise<boolean> {
    try {
      await access(file, constants.X_OK);
      return (await stat(file)).isFile();
    } catch {
      return false;
    }
  },
  runVersion(file: string): Promise<string> {
    return new Promise((resolve, reject) => {
      execFile(file, ['--version'], { timeout: 10_000 }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
    });
  },
};
