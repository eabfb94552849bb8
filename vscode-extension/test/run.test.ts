import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { javaProblem } from '../src/adapter/java';
import type { Launcher } from '../src/adapter/run';
import { commandOf, report } from '../src/crashReport/report';

/** A launcher that is this script of the shell. */
const launcher = (script: string): Launcher => ({ command: '/bin/sh', args: ['-c', script, 'twinstack'], archives: '' });
const problem = (script: string): Promise<string | undefined> => javaProblem(launcher(script), process.env, 500);

test('the launcher says why there is no Java', async () => {
    assert.equal(await problem('echo /usr/bin/java'), undefined);
    assert.equal(await problem('echo "twinstack: Java 17 or newer is needed." >&2; exit 127'), 'Java 17 or newer is needed.');
});

test('a launcher that is slow to say so keeps no session from starting', async () => {
    assert.equal(await problem('exec tail -f /dev/null'), undefined);
});

const CORE = { path: '/tmp/core', gdb: '' };
const reported = (script: string, cancel = new AbortController()): Promise<string | undefined> => report(launcher(script), CORE, process.env, cancel.signal);

test('a report is what the launcher prints, or the sentence of why there is none', async () => {
    assert.equal(await reported('echo "# $*"'), '# core --format markdown -- /tmp/core\n');
    await assert.rejects(reported("echo \"twinstack: '$5' is not a core file.\" >&2; exit 1"), { message: "'/tmp/core' is not a core file." });
});

test('a report that is taken back is none, and what reads it ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'twinstack-'));
    const file = join(folder, 'pid');
    const cancel = new AbortController();
    const given = reported(`echo $$ >${file}.new; mv ${file}.new ${file}; exec tail -f /dev/null`, cancel);
    await until(() => existsSync(file));
    const pid = Number(readFileSync(file, 'utf8'));
    cancel.abort();
    assert.equal(await given, undefined);
    await until(() => !existsSync(`/proc/${pid}`));
    rmSync(folder, { recursive: true });
});

/** Waits, for ten seconds at the most. */
async function until(holds: () => boolean): Promise<void> {
    for (const end = Date.now() + 10_000; !holds();) {
        assert.ok(Date.now() < end);
        await setTimeout(10);
    }
}

test('the program and the GDB go along where they are named', () => {
    assert.deepEqual(commandOf({ path: '-core', program: '/opt/python', gdb: 'gdb-15' }), ['core', '--format', 'markdown', '--program', '/opt/python', '--gdb', 'gdb-15', '--', '-core']);
});
