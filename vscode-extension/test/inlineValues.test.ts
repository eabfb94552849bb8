import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesToShow } from '../src/inlineValues/names';

/** The names of the lines up to the one that ends in `# here`, as `line: name name`. */
function shown(source: string, from = 0): string[] {
    const lines = source.split('\n');
    const places = namesToShow(lines, from, lines.findIndex((line) => line.endsWith('# here')));
    for (const { line, start, end, text } of places) {
        assert.equal(lines[line]?.slice(start, end), text);
    }
    return [...new Set(places.map(({ line }) => line))].map((number) => [`${number}:`, ...places.filter(({ line }) => line === number).map(({ text }) => text)].join(' '));
}

test('variables and attributes are shown once a line, up to the line of the stop', () => {
    assert.deepEqual(shown('a = b + a\nc = a.x.y # here\nd = 1'), ['0: a b', '1: c a.x.y']);
});

test('strings, comments and keywords are left out', () => {
    assert.deepEqual(shown(`a = 'b' + f"{c}" # d\ne = """\nf\n""" if g is not None else rb'h\\'i' # here`), ['0: a', '1: e', '3: g']);
});

test('a string that is not ended ends with its line, but for a backslash', () => {
    assert.deepEqual(shown(`a = 'b\nc = 'd \\\ne' + f # here`), ['0: a', '1: c', '2: f']);
});

test('what is called is left out, and what has the method is shown', () => {
    assert.deepEqual(shown('f(a, key=b, other = c)\nx.items.append(d) # here'), ['0: a b c', '1: x.items d']);
});

test('a comparison and a default are no names of arguments', () => {
    assert.deepEqual(shown('f(a == b)\nc = d # here'), ['0: a b', '1: c d']);
});

test('imports, decorators and classes are left out, and self but for its attributes', () => {
    assert.deepEqual(shown('import os\nfrom a import b\nclass C:\n    @d\n    def e(self, f):\n        self.g = self # here'), ['4: f', '5: self.g']);
});

test('the lines are those of the function in which the program stands', () => {
    const source = ['a = 1', 'def f(b):', '    c = b', '    def g(d):', '        e = d', '    h = g', '', 'def i(', '    j,', '):', '    k = j', '    l = k # here'];
    assert.deepEqual(shown(source.join('\n')), ['8: j', '10: k j', '11: l k']);
    assert.deepEqual(shown(source.slice(0, 6).join('\n') + ' # here'), ['1: b', '2: c b', '5: h g']);
    assert.deepEqual(shown(source.slice(0, 5).join('\n') + ' # here'), ['3: d', '4: e d']);
    assert.deepEqual(shown([...source.slice(0, 5), 'm = a # here'].join('\n')), ['0: a', '5: m a']);
});

test('lines above those in view are read but not shown', () => {
    assert.deepEqual(shown('"""\na = 1\n"""\nb = 2 # here', 3), ['3: b']);
});
