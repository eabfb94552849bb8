import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endsVariables, isResume } from '../src/dap/resumes';

test('an answer to a step is a resume, unless the step failed', () => {
    assert.ok(isResume({ type: 'response', command: 'next', success: true }));
    assert.ok(!isResume({ type: 'response', command: 'next', success: false }));
    assert.ok(!isResume({ type: 'response', command: 'evaluate', success: true }));
});

test('variables end with what runs the program on, ends it, or invalidates them', () => {
    const event = (name: string, areas?: string[]): boolean => endsVariables({ type: 'event', event: name, body: areas === undefined ? {} : { areas } });
    assert.ok(endsVariables({ type: 'response', command: 'continue', success: true }));
    assert.ok(event('continued') && event('terminated') && event('invalidated'));
    assert.ok(event('invalidated', ['stacks']) && event('invalidated', ['threads', 'variables']) && event('invalidated', ['all']));
    assert.ok(!event('invalidated', ['threads']) && !event('stopped') && !event('output'));
});
