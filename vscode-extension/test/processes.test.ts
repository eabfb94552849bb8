import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { processes, users } from '../src/attach/processes';

test('processes are told newest first, CPython marked, with owner and command line', async () => {
    const shell = spawn('sh', ['-c', 'echo ready; read line', 'an argument']);
    await once(shell.stdout, 'data');
    const python = spawn('python3', ['-c', 'print("ready", flush=True); input()', 'two words']);
    await once(python.stdout, 'data');
    try {
        const found = processes();
        const newer = found.findIndex(({ pid }) => pid === python.pid);
        const older = found.findIndex(({ pid }) => pid === shell.pid);
        assert.ok(newer >= 0 && newer < older);
        assert.match(found[newer]?.python ?? '', /^python3/);
        assert.match(found[newer]?.commandLine ?? '', /python3 -c .*input\(\) two words$/);
        assert.equal(found[newer]?.uid, process.getuid?.());
        assert.equal(found[older]?.python, undefined);
        assert.equal(found[older]?.name, 'sh');
        assert.ok(found.every(({ pid, commandLine }) => pid !== process.pid && commandLine !== ''));
    } finally {
        shell.kill();
        python.kill();
    }
});

test('users are known by name', () => {
    assert.equal(users().get(0), 'root');
});
