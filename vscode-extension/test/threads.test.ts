import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standing } from '../src/threads/gil';

const row = (gil: string | null, interpreter: number | null = null): Parameters<typeof standing>[0] => ({ id: 1, name: 'a', osId: 2, gil, interpreter, python: gil !== null });

test('a thread says how it stands to the GIL', () => {
    assert.equal(standing(row('holds'), false).text, 'holds the GIL');
    assert.equal(standing(row('waits', 2), false).text, 'waits for the GIL, interpreter 2');
    assert.equal(standing(row('GIL unknown: it is damaged'), false).text, 'GIL unknown: it is damaged');
    assert.equal(standing(row(null), false).text, 'not of Python');
    assert.equal(standing(row(null), true).text, 'running');
    assert.equal(standing({ ...row(null), python: true }, false).text, 'GIL unknown');
});
