import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather } from '../src/crashReport/facts';
import { markdown } from '../src/crashReport/markdown';
import type { Ask } from '../src/dap/messages';

const frame = (id: number, name: string): object => ({ id, name, line: id, column: 1, source: { path: `/src/${name}.c`, name: `${name}.c` } });

/** Answers as an adapter whose core file has the threads 1 and 2, of which 2 has crashed. */
const ask = ((command: string, args: { threadId?: number; levels?: number } | undefined) => {
    const answers: Record<string, object> = {
        threads: { threads: [{ id: 1, name: 'MainThread' }, { id: 2, name: 'worker' }] },
        stackTrace: { stackFrames: args?.threadId === 2 ? [frame(7, 'now'), frame(8, 'careless')] : Array.from({ length: args?.levels ?? 0 }, (_, id) => frame(id, 'deep')) },
        scopes: { scopes: [{ name: 'Registers', variablesReference: 3 }, { name: 'Locals', presentationHint: 'locals', variablesReference: 4 }] },
        variables: { variables: [{ name: 'victim', value: "{'a|b': '`c`',\n 1: 2}", type: 'dict', variablesReference: 5 }] },
        exceptionInfo: { exceptionId: 'SIGSEGV', description: 'Segmentation fault: nothing is mapped at 0x0', details: {} },
        modules: { modules: [{ name: 'libc.so.6', path: '/lib/libc.so.6', version: '6' }] },
    };
    return Promise.resolve(answers[command]);
}) as unknown as Ask;

test('the thread that crashed comes first, with the variables of its frames', async () => {
    const text = markdown('/tmp/core.1', await gather(ask, 2));
    assert.ok(text.startsWith('# Crash of core.1\n\nCore file: `/tmp/core.1`\n\n**SIGSEGV**: Segmentation fault: nothing is mapped at 0x0\n'));
    assert.ok(text.indexOf('## worker, which crashed') < text.indexOf('## MainThread'));
    assert.match(text, /^now {38}\/src\/now\.c:7$/m);
    assert.ok(text.includes('### Variables of careless, careless.c:8'));
    assert.ok(text.includes("| `victim` | `` {'a\\|b': '`c`', 1: 2} `` | `dict` |"));
    assert.ok(text.includes('… older frames are left out'));
    assert.ok(text.includes('| `libc.so.6` | `6` |  | `/lib/libc.so.6` |'));
});

test('without an exception the report says so', async () => {
    const silent = ((command: never, args: never) => (command === 'exceptionInfo' ? Promise.reject(new Error('none')) : ask(command, args))) as Ask;
    assert.ok(markdown('core', await gather(silent, 1)).includes('The core file names no signal and no exception.'));
});
