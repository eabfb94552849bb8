const DEFINITION = /^\s*(?:async\s+)?(def|class)\s+(\w+)(.*)/;

/** Whether pytest collects a file of this name by default. */
export function isTestFile(path: string): boolean {
    return /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path);
}

/**
 * The test of pytest at a line, as pytest's node ids have it behind the file: `TestOrders::test_total`, `test_total` or, within a class but no test, `TestOrders`.
 * Lines count from 0. Undefined where the line is in no test. Of text alone: what stands in a multi-line string may be taken for code.
 */
export function testAt(lines: readonly string[], line: number): string | undefined {
    const names: string[] = [];
    const start = startOf(lines, line);
    let indentation = inner(lines[start] ?? '');
    for (let above = start; above >= 0 && indentation > 0; above--) {
        const text = lines[above] ?? '';
        const found = DEFINITION.exec(text);
        if (!found || text.search(/\S/) >= indentation) {
            continue;
        }
        indentation = text.search(/\S/);
        if (isTest(found)) {
            names.unshift(found[2] ?? '');
        } else {
            names.length = 0; // a function within a test, or a class that is none
        }
    }
    return names.length > 0 ? names.join('::') : undefined;
}

/** What an enclosing definition is indented less than: a blank line and a definition's own tell nothing of it. */
function inner(text: string): number {
    return text.trim() === '' || DEFINITION.test(text) ? Infinity : text.search(/\S/);
}

function isTest([, keyword, name = '', bases = '']: RegExpExecArray): boolean {
    return keyword === 'class' ? name.startsWith('Test') || bases.includes('TestCase') : name.startsWith('test');
}

/** The line of the `def` or `class` that a decorator belongs to, or the line itself. */
function startOf(lines: readonly string[], line: number): number {
    let below = line;
    while (/^\s*@/.test(lines[below] ?? '') && below + 1 < lines.length) {
        below++;
    }
    return below;
}
