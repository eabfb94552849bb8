import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_FILES, offeredFiles, type PythonFile } from '../src/configurations/pythonFiles';

const files = (count: number): PythonFile[] => Array.from({ length: count }, (_, number) => ({ label: `a${count - number}.py`, path: `/w/${number}` }));

test('files are offered by name', () => {
    assert.deepEqual(offeredFiles(files(3))?.files.map(({ label }) => label), ['a1.py', 'a2.py', 'a3.py']);
    assert.doesNotMatch(offeredFiles(files(MOST_FILES))?.placeHolder ?? '', /more than/);
});

test('where some are left out, or there is none, it is said', () => {
    const offered = offeredFiles(files(MOST_FILES + 1));
    assert.equal(offered?.files.length, MOST_FILES);
    assert.match(offered.placeHolder, /more than these 1000: name one of the others/);
    assert.equal(offeredFiles([]), undefined);
});
