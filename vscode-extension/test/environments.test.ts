import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, test } from 'node:test';
import { interpreterOfEnvironment } from '../src/configurations/environments';

const root = mkdtempSync(path.join(tmpdir(), 'twinstack-'));
after(() => {
    rmSync(root, { recursive: true });
});

/** An interpreter in an environment of this name. */
function environment(name: string): string {
    const python = path.join(root, name, 'bin/python');
    mkdirSync(path.dirname(python), { recursive: true });
    writeFileSync(python, '', { mode: 0o755 });
    return python;
}

test('the environment of the folder comes before the one of the shell', async () => {
    const shell = environment('shell');
    const variables = { VIRTUAL_ENV: path.join(root, 'shell') };
    assert.equal(await interpreterOfEnvironment(path.join(root, 'project'), variables), shell);
    const ofFolder = environment('project/venv');
    assert.equal(await interpreterOfEnvironment(path.join(root, 'project'), variables), ofFolder);
    const hidden = environment('project/.venv');
    assert.equal(await interpreterOfEnvironment(path.join(root, 'project'), variables), hidden);
});

test('a conda environment', async () => {
    assert.equal(await interpreterOfEnvironment(undefined, { CONDA_PREFIX: path.join(root, 'conda') }), undefined);
    const conda = environment('conda');
    assert.equal(await interpreterOfEnvironment(undefined, { CONDA_PREFIX: path.join(root, 'conda') }), conda);
});
