import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { complete, NAMES } from '../src/configurations/complete';

const AROUND = { folder: '/work', gdb: '/opt/gdb', python: () => Promise.resolve('/work/.venv/bin/python') };
const completed = (rest: Record<string, unknown>, request = 'launch'): Promise<unknown> => complete({ type: 'twinstack', name: 'n', request, ...rest }, AROUND);
const whole = (rest: Record<string, unknown>, request = 'launch'): unknown => ({ type: 'twinstack', name: 'n', request, ...rest });

test('what a launch of Python leaves out', async () => {
    for (const target of [{ program: 'a.py' }, { module: 'pytest' }, { code: 'pass' }]) {
        assert.deepEqual(await completed(target), whole({ cwd: '/work', gdb: '/opt/gdb', python: '/work/.venv/bin/python', ...target }));
    }
});

test('what it names itself stays', async () => {
    const named = { program: 'a.py', cwd: '/x', miDebuggerPath: 'gdb', pythonPath: 'python3.8' };
    assert.deepEqual(await completed(named), whole(named));
});

test('no interpreter for what is not started with one', async () => {
    for (const target of [{ program: '/bin/true' }, { program: 'a.py', target: 'localhost:1' }, { program: 'a.py', coreFile: 'core' }, { program: 'a.py', coreDumpPath: 'core' }, { program: 'a.py', miDebuggerServerAddress: ':1' }]) {
        assert.deepEqual(await completed(target), whole({ cwd: '/work', gdb: '/opt/gdb', ...target }));
    }
    assert.deepEqual(await completed({ processId: 1 }, 'attach'), whole({ cwd: '/work', gdb: '/opt/gdb', processId: 1 }, 'attach'));
});

test('nothing of this machine behind a pipe', async () => {
    assert.deepEqual(await completed({ program: 'a.py', pipe: ['ssh', 'host'] }), whole({ program: 'a.py', pipe: ['ssh', 'host'] }));
});

test('names that mean the same are those of the schema', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { debuggers: [{ configurationAttributes: Record<string, { properties: Record<string, { description: string }> }> }] } };
    const described = Object.values(contributes.debuggers[0].configurationAttributes).flatMap(({ properties }) => Object.entries(properties));
    for (const [name, all] of Object.entries(NAMES)) {
        const same = described.filter(([, { description }]) => description.startsWith(`Another name of "${name}"`) || description.startsWith(`The port of "${name}"`));
        assert.deepEqual(new Set(all), new Set([name, ...same.map(([alias]) => alias)]));
    }
});
