import { scopesOfLines, statementsOfLines, withoutTexts } from '../code/python';

const DEFINITION = /^\s*(?:async\s+)?(def|class)\s+(\w+)(.*)/;

/** Whether pytest collects a file of this name by default. */
export function isTestFile(path: string): boolean {
    return /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path);
}

/**
 * The test of pytest at a line, as pytest's node ids have it behind the file: `TestOrders::test_total`, `test_total` or, within a class but no test, `TestOrders`.
 * Lines count from 0. Undefined where the line is in no test.
 */
export function testAt(lines: readonly string[], line: number): string | undefined {
    const code = withoutTexts(lines);
    const around = scopesOfLines(code)[decorated(code, line)] ?? [];
    const found = around.map((each) => definition(code[each] ?? ''));
    const first = found.findIndex(({ isTest }) => !isTest); // a function within a test, or a class that is none
    const names = found.slice(0, first < 0 ? found.length : first).map(({ name }) => name);
    return names.length > 0 ? names.join('::') : undefined;
}

function definition(line: string): { readonly name: string; readonly isTest: boolean } {
    const [, keyword, name = '', bases = ''] = DEFINITION.exec(line) ?? [];
    return { name, isTest: keyword === 'class' ? name.startsWith('Test') || bases.includes('TestCase') : name.startsWith('test') };
}

/** The line of the `def` or `class` that a decorator belongs to, or the line itself. */
function decorated(code: readonly string[], line: number): number {
    const begins = statementsOfLines(code);
    let below = begins[line] ?? line;
    while (/^\s*@/.test(code[below] ?? '')) {
        const from = below;
        below = begins.findIndex((begin, number) => begin === number && number > from && code[number]?.trim() !== '');
    }
    return below;
}
