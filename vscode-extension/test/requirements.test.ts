import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sentenceOf } from '../src/requirements/messages';
import { actionsFor, platformProblem, REMEDIES } from '../src/requirements/remedies';

/** The text of all that says the sentences. */
function sources(): string {
    return ['../bin', '../adapter/src/main/java', '../mi-core/src/main/java', '../python-helpers/twinstack']
        .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && /\.(java|py)$|^twinstack$/.test(entry.name))
        .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
        .join('\n');
}

test('each button stands at words that are said', () => {
    const said = sources();
    for (const words of REMEDIES.flatMap((remedy) => remedy.words)) {
        assert.ok(said.includes(words), words);
    }
});

test('each page that a button opens is there', () => {
    const headings = [...readFileSync('requirements.md', 'utf8').matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-'));
    for (const action of REMEDIES.flatMap((remedy) => remedy.actions)) {
        assert.ok(!('section' in action) || headings.includes(action.section), action.title);
    }
});

test('a session that cannot begin, and what the adapter says', () => {
    const failed = { type: 'response', command: 'attach', success: false, body: { error: { format: 'Linux says no.' } } };
    assert.equal(sentenceOf(failed), 'Linux says no.');
    assert.equal(sentenceOf({ ...failed, command: 'evaluate' }), undefined);
    assert.equal(sentenceOf({ type: 'event', event: 'output', body: { category: 'console', output: 'It is so.\n' } }), 'It is so.');
    assert.equal(sentenceOf({ type: 'event', event: 'output', body: { category: 'stdout', output: 'Install a current GDB' } }), undefined);
});

test('each way in which Linux forbids an attach has a button', () => {
    for (const sentence of ['Linux lets nobody debug a process here (kernel.yama.ptrace_scope is 3).', 'set kernel.yama.ptrace_scope=0; a container needs the capability SYS_PTRACE.']) {
        assert.deepEqual(actionsFor(sentence)?.map(({ title }) => title), ['More']);
    }
});

test('each way in which a Python is wrong has a button', () => {
    const wrong = [...sources().matchAll(/"[^"]*[Ss]et 'python' in the launch configuration to the [^"]*/g)].map(([text]) => text);
    assert.notEqual(wrong.length, 0);
    for (const sentence of wrong) {
        assert.ok(actionsFor(sentence), sentence);
    }
});

test('a sentence without a remedy has no buttons', () => {
    assert.equal(actionsFor('The program does not exist.'), undefined);
});

test('elsewhere than on Linux there is nothing to debug', () => {
    assert.equal(platformProblem('linux'), undefined);
    assert.match(platformProblem('darwin') ?? '', /debugs on Linux; connect VS Code/);
});
