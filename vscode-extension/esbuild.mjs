// Bundles the extension into dist/extension.js: one file starts faster and needs no node_modules in the package.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: !process.argv.includes('--dev'),
  sourcemap: process.argv.includes('--dev'),
});
