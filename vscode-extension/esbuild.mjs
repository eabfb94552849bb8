// Bundles the extension into dist/extension.js; with --tests, each test into out/test, where node --test finds them.
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';

const common = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'], logLevel: 'warning' };

if (process.argv.includes('--tests')) {
    const tests = readdirSync('test').filter((name) => name.endsWith('.test.ts'));
    rmSync('out/test', { recursive: true, force: true });
    await build({ ...common, entryPoints: tests.map((name) => `test/${name}`), outdir: 'out/test', sourcemap: 'inline' });
} else {
    const production = process.argv.includes('--production');
    await build({ ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify: production, sourcemap: !production });
}
