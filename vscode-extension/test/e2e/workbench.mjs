// A real VS Code with the packaged extension, in a headless Chromium: started, driven, ended.
// Selectors of the workbench are here and nowhere else.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;
const entry = path.join(here, 'node_modules/code-server/out/node/entry.js');
const shots = path.join(here, 'shots');

// Quiet: nothing that moves, asks, or looks for something on the network.
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  'files.hotExit': 'off',
  'window.confirmBeforeClose': 'never',
  'debug.internalConsoleOptions': 'neverOpen',
};

export class Workbench {
  /** Installs the package, starts the server and opens a copy of the folder. */
  static async open(vsix, folder) {
    const w = new Workbench();
    try {
      await w.start(vsix, folder);
    } catch (e) {
      await w.close();
      throw e;
    }
    return w;
  }

  async start(vsix, folder) {
    mkdirSync(shots, { recursive: true });
    this.dir = mkdtempSync(path.join(tmpdir(), 'slp-e2e-'));
    this.folder = path.join(this.dir, 'workspace');
    const data = path.join(this.dir, 'data');
    const extensions = path.join(this.dir, 'extensions');
    const config = path.join(this.dir, 'config.yaml');
    mkdirSync(path.join(data, 'User'), { recursive: true });
    mkdirSync(extensions);
    cpSync(folder, this.folder, { recursive: true });
    writeFileSync(config, 'auth: none\n');
    writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(settings));

    // PATH without an slp, so that the one in the package is what runs.
    const searchPath = (process.env.PATH ?? '').split(':').filter(f => !existsSync(path.join(f, 'slp'))).join(':');
    const env = { ...process.env, PATH: searchPath, HOME: this.dir, XDG_CONFIG_HOME: this.dir, XDG_DATA_HOME: this.dir, EXTENSIONS_GALLERY: '{}', CODE_SERVER_CONFIG: config };
    const common = [entry, '--config', config, '--user-data-dir', data, '--extensions-dir', extensions];
    const installed = execFileSync(process.execPath, [...common, '--install-extension', vsix, '--force'], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    assert.match(installed, /successfully installed/);

    const port = await this.serve([...common, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check',
      '--disable-workspace-trust', '--disable-getting-started-override', '--disable-proxy'], env);
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const context = await this.browser.newContext({ viewport: { width: 1500, height: 1000 } });
    // Nothing may leave the machine.
    await context.route(url => url.protocol.startsWith('http') && !['127.0.0.1', 'localhost'].includes(url.hostname), route => route.abort());
    this.page = await context.newPage();
    this.page.setDefaultTimeout(30_000);
    await this.page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(this.folder)}`);
    await this.page.locator('.monaco-workbench').waitFor();
  }

  serve(args, env) {
    // A process group of its own: the extension host and the file watcher outlive the server.
    this.server = spawn(process.execPath, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(path.join(this.dir, 'server.log'));
    this.server.stderr.pipe(log);
    return new Promise((resolve, reject) => {
      this.server.stdout.on('data', text => {
        log.write(text);
        const match = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(String(text));
        if (match) resolve(Number(match[1]));
      });
      this.server.on('exit', code => reject(new Error(`code-server ended with ${code}; see ${this.dir}/server.log`)));
      setTimeout(() => reject(new Error(`code-server did not listen within a minute; see ${this.dir}/server.log`)), 60_000).unref();
    });
  }

  async close() {
    await this.browser?.close();
    if (this.server?.exitCode === null) {
      process.kill(-this.server.pid, 'SIGKILL');
      await new Promise(resolve => this.server.once('close', resolve));
    }
    if (this.dir !== undefined) {
      rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  shot(name) {
    return this.page.screenshot({ path: path.join(shots, `${name}.png`) });
  }

  /** Opens a file of the folder from the explorer. */
  async openFile(name) {
    await this.command('View: Show Explorer');
    await this.page.getByRole('treeitem', { name }).dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Runs a command from the palette, by its title. */
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill('>' + title);
    // Clicked, not entered: what the palette thinks similar may come first.
    await this.pick(title);
  }

  /** Chooses in an open quick pick. */
  async pick(text) {
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().click();
  }

  line(text) {
    return this.page.locator('.monaco-editor .view-line', { hasText: text }).first();
  }

  /** Puts the cursor on the line and presses F9. */
  async breakpoint(text) {
    await this.line(text).click();
    await this.page.keyboard.press('F9');
    await this.page.locator('.codicon-debug-breakpoint, .codicon-debug-breakpoint-unverified').first().waitFor();
  }

  /** Waits until the program has stopped on the line and can be stepped. */
  async stoppedAt(line) {
    await this.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line}, Col` }).waitFor();
    await this.page.locator('.debug-top-stack-frame-line, .debug-top-stack-frame-column').first().waitFor();
    await this.page.locator('.debug-toolbar .codicon-debug-step-over:not(.disabled)').waitFor();
  }

  /** Presses a button of the debug toolbar: continue, step-over, step-back, reverse-continue. */
  toolbar(action) {
    return this.page.locator(`.debug-toolbar .action-label.codicon-debug-${action}`).click();
  }

  async ended() {
    await this.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  }

  /** A row of any tree or list, by all the texts it shows. */
  row(...texts) {
    return texts.reduce((rows, text) => rows.filter({ hasText: text }), this.page.locator('.monaco-list-row'));
  }

  /** A view in the side bar, by its title: the rows below it. */
  view(title) {
    const pane = this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: title }) });
    return { pane, row: (...texts) => texts.reduce((rows, text) => rows.filter({ hasText: text }), pane.locator('.monaco-list-row')) };
  }

  problem(...texts) {
    return texts.reduce((rows, text) => rows.filter({ hasText: text }), this.page.locator('.markers-panel .monaco-list-row'));
  }

  status() {
    return this.page.locator('.statusbar-item[id="slp.slp.slp.status"], .statusbar-item', { hasText: 'slp' }).first();
  }
}
