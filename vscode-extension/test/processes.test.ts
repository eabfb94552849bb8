import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { processes, users } from '../src/attach/processes';

test('processes are told newest first, CPython marked, with owner and command line', async () => {
    const shell = spawn('sh', ['-c', 'echo ready; read line', 'an argument']);
    await once(shell.stdout, 'data');
    const python = spawn('python3', ['-c', 'print("ready", flush=True); input()', 'two words']);
    await once(python.stdout, 'data');
    try {
        const found = await processes();
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

test('users are known by name, and without names where those cannot be read', async () => {
    assert.equal((await users()).get(0), 'root');
    assert.equal((await users('/nowhere/passwd')).get(0), undefined);
});

/** A folder as /proc has it, of a process with this executable. */
function processOf(executable: string): string {
    const proc = mkdtempSync(join(tmpdir(), 'twinstack-'));
    mkdirSync(join(proc, '1'));
    writeFileSync(join(proc, '1/cmdline'), 'a\0b\0');
    writeFileSync(join(proc, '1/stat'), `1 (a name) S ${'0 '.repeat(30)}`);
    symlinkSync(`/usr/bin/${executable}`, join(proc, '1/exe'));
    return proc;
}

test('other builds of CPython are marked, too', async () => {
    for (const [executable, isPython] of [['python3.12-dbg', true], ['python3.13t', true], ['python', true], ['python3-config', false], ['pythonic', false], ['ipython3', false], ['python.sh', false]] as const) {
        const proc = processOf(executable);
        assert.equal((await processes(proc))[0]?.python, isPython ? executable : undefined, executable);
        rmSync(proc, { recursive: true });
    }
});

test('what is slow to read holds up nothing else', async () => {
    const proc = processOf('sh');
    execFileSync('mkfifo', [join(proc, '1/maps')]);
    const kernel = spawn('bash', ['-c', 'exec 3>$0; echo is read; if read -t 5 line; then echo /lib/libpython3.12.so.1.0 >&3; fi', join(proc, '1/maps')]);
    const found = processes(proc);
    await once(kernel.stdout, 'data');
    kernel.stdin.write('go on\n');
    assert.equal((await found)[0]?.python, 'libpython3.12.so.1.0');
    rmSync(proc, { recursive: true });
});
