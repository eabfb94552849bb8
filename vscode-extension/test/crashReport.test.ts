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

/** As `ask`, but such requests fail. */
const without = (fails: (command: string, args: { threadId?: number } | undefined) => boolean): Ask =>
    ((command: never, args: never) => (fails(command, args) ? Promise.reject(new Error('Its memory is broken.')) : ask(command, args))) as Ask;

test('without an exception the report has the adapter\'s sentence', async () => {
    const text = markdown('core', await gather(without((command) => command === 'exceptionInfo'), 1));
    assert.ok(text.includes('\n\nWhat ended the program cannot be read: Its memory is broken.\n\n## MainThread, which crashed\n'));
});

test('a stack that cannot be read loses nothing else', async () => {
    const text = markdown('core', await gather(without((command, args) => command === 'stackTrace' && args?.threadId === 2), 2));
    assert.ok(text.includes('## worker, which crashed\n\nThe stack of worker cannot be read: Its memory is broken.\n\n## MainThread\n'));
    assert.ok(text.includes('libc.so.6'));
});

test('nor do variables, or the list of libraries', async () => {
    const text = markdown('core', await gather(without((command) => ['scopes', 'modules'].includes(command)), 2));
    assert.ok(text.includes('### Variables of now, now.c:7\n\nThe variables of now cannot be read: Its memory is broken.\n'));
    assert.ok(text.endsWith('## Program and libraries\n\nThe list of libraries cannot be read: Its memory is broken.\n'));
    assert.match(text, /^now {38}\/src\/now\.c:7$/m);
});
