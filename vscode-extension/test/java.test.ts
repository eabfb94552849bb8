import assert from 'node:assert/strict';
import { test } from 'node:test';
import { javaProblem } from '../src/adapter/java';

/** What comes of a launcher that is this script of the shell. */
const problem = (script: string): Promise<string | undefined> => javaProblem({ command: '/bin/sh', args: ['-c', script], archives: '' }, process.env, 500);

test('the launcher says why there is no Java', async () => {
    assert.equal(await problem('echo /usr/bin/java'), undefined);
    assert.equal(await problem('echo "twinstack: Java 17 or newer is needed." >&2; exit 127'), 'Java 17 or newer is needed.');
});

test('a launcher that is slow to say so keeps no session from starting', async () => {
    assert.equal(await problem('exec tail -f /dev/null'), undefined);
});
