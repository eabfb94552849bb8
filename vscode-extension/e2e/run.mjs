// Runs the scenes, two at a time:  run.mjs --home DIRECTORY --vsix FILE [--pictures FOLDER] [--one-by-one] [SCENE]...
// DIRECTORY is what install.sh prints. A scene that fails is run again by itself; what passes then is listed under "Flakes". What a failure leaves is in target/e2e.
// With --pictures, the scenes leave pictures and all else in FOLDER, which they make, and whose name the pictures show.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { left } from './leftovers.mjs';
import { Stage } from './stage.mjs';

const SCENES = path.join(import.meta.dirname, 'scenes');

const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: { home: { type: 'string' }, vsix: { type: 'string' }, pictures: { type: 'string' }, 'one-by-one': { type: 'boolean' } },
});
const names = positionals.length ? positionals : fs.readdirSync(SCENES).map(file => path.basename(file, '.mjs'));

const began = Date.now();
const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const target = options.pictures ?? path.join(import.meta.dirname, '../target/e2e');
if (options.pictures) fs.mkdirSync(target);
else fs.rmSync(target, { recursive: true, force: true });
process.env.TWINSTACK_E2E = String(process.pid); // marks all that is started
process.env.PATH = `/usr/local/bin:/usr/bin:/bin`; // the distribution's Python and GDB
const stage = await Stage.open({ ...options, target });
console.log(`VS Code is up after ${seconds(began)}`);

/** Plays a scene and prints how it went; gives the error, if it failed. VS Code keeps breakpoints by folder: a second try has one of its own. */
async function play(name, folder = name) {
    const start = Date.now();
    const { default: scene, ...properties } = await import(path.join(SCENES, `${name}.mjs`));
    const failure = await stage.play(folder, scene, properties);
    console.log(failure ? `FAILED  ${name} (${seconds(start)}): ${failure}` : `passed  ${name} (${seconds(start)})`);
    return failure?.split('\n')[0].slice(0, 200);
}

const failed = [];
const waiting = [...names];
async function playAll() {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
        const error = await play(name);
        if (error) failed.push({ name, error });
    }
}
await Promise.all(options['one-by-one'] ? [playAll()] : [playAll(), playAll()]);

const flakes = [], broken = [];
for (const { name, error } of failed) (await play(name, `${name}-again`) ? broken : flakes).push(`${name}: ${error}`);
await stage.close();

const running = await left(`TWINSTACK_E2E=${process.pid}`);
fs.rmSync(path.join(os.tmpdir(), `twinstack-e2e.${process.pid}`), { recursive: true, force: true });
if (flakes.length) console.log(`Flakes:\n${flakes.join('\n')}`);
if (broken.length) console.log(`Failed:\n${broken.join('\n')}`);
if (running.length) console.log(`Left running, and killed:\n${running.join('\n')}`);
console.log(`${names.length - broken.length} of ${names.length} scenes passed in ${seconds(began)}`);
process.exitCode = broken.length || running.length ? 1 : 0;
