import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certainFor, offersFor, type OpenFile } from '../src/configurations/offers';

const names = (file?: OpenFile): readonly string[] => offersFor(file).map(({ name }) => name);

test('F5 runs the Python file, or the test at the cursor', () => {
    assert.equal(certainFor({ path: '/a/order.py', language: 'python' })?.program, '/a/order.py');
    assert.deepEqual(certainFor({ path: '/a/test_order.py', language: 'python', test: 'test_total' })?.args, ['/a/test_order.py::test_total']);
    assert.deepEqual(certainFor({ path: '/a/test_order.py', language: 'python' })?.args, ['/a/test_order.py']);
});

test('native code, as all that does not run by itself, is run by what the user chooses', () => {
    for (const file of [{ path: '/a/part.c', language: 'c' }, { path: '/a/setup.toml', language: 'toml' }, undefined]) {
        assert.equal(certainFor(file), undefined);
        assert.deepEqual(names(file), ['Python file…', 'pytest', 'Native program…', 'Attach to a process…', 'Core file…']);
    }
});

test('a test file can be run by itself, too', () => {
    assert.deepEqual(names({ path: '/a/test_order.py', language: 'python', test: 'test_total' }).slice(0, 3), ['pytest, test_total', 'pytest, this file', 'Python file']);
});
