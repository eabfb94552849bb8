import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expressionAt, type Language } from '../src/hover/expressions';

/** What is evaluated where `^` stands below the line. */
function at(line: string, mark: string, language: Language): string | undefined {
    return expressionAt(line, mark.indexOf('^'), language)?.text;
}

test('of a path in Python as far as the word at the mouse', () => {
    const line = 'total = order.items[0].price + other';
    assert.equal(at(line, '        ^', 'python'), 'order');
    assert.equal(at(line, '              ^', 'python'), 'order.items');
    assert.equal(at(line, '                    ^', 'python'), 'order.items[0]');
    assert.equal(at(line, '                     ^', 'python'), 'order.items[0]');
    assert.equal(at(line, '                       ^', 'python'), 'order.items[0].price');
    assert.equal(at(line, '                               ^', 'python'), 'other');
});

test('of nested subscripts, and within one', () => {
    assert.equal(at('a[b[1]][c].d', '           ^', 'python'), 'a[b[1]][c].d');
    assert.equal(at('a[b[1]][c].d', '  ^', 'python'), 'b');
    assert.equal(at('a[b[1]][c].d', '        ^', 'python'), 'c');
});

test('of members in C', () => {
    assert.equal(at('x = self->items[2].size;', '                   ^', 'c'), 'self->items[2].size');
    assert.equal(at('x = self->items[2].size;', '    ^', 'c'), 'self');
    assert.equal(at('x = app::Queue::most;', '                 ^', 'c'), 'app::Queue::most');
    assert.equal(at('x = (*node).next;', '            ^', 'c'), '(*node).next');
});

test('nothing of what would be called, of words of Python and of numbers', () => {
    assert.equal(at('size(a).x', '        ^', 'python'), undefined);
    assert.equal(at('size(a)->x', '         ^', 'c'), undefined);
    assert.equal(at('a if b else c', '  ^', 'python'), undefined);
    assert.equal(at('a = 12', '    ^', 'python'), undefined);
    assert.equal(at('a = b', '  ^', 'python'), undefined);
});
