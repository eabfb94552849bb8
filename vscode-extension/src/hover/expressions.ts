import { KEYWORDS } from '../code/python';

/** The expression that a word ends: columns from 0, `end` behind it. */
export interface Expression {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

const WORD = /\w/;
/** What joins a member to what has it, by language. */
const JOINTS = { python: ['.'], c: ['->', '::', '.'] };

export type Language = keyof typeof JOINTS;

/**
 * What is to be evaluated where the mouse points at `column`: for a name all that leads to it (`a.b[0].c`, `p->x`), for the inside of a
 * subscript that is a number, and for its brackets, the whole of the subscript. Undefined for what would have to be called, and for words of the language.
 */
export function expressionAt(line: string, column: number, language: Language): Expression | undefined {
    const end = endOf(line, column);
    const start = end === undefined ? undefined : beginning(line, end, language);
    if (end === undefined || start === undefined) {
        return undefined;
    }
    const text = line.slice(start, end);
    return /^\d/.test(text) || (language === 'python' && KEYWORDS.has(text)) ? undefined : { start, end, text };
}

/** Behind the word at a column, or behind the subscript there. */
function endOf(line: string, column: number): number | undefined {
    let end = column;
    while (WORD.test(line[end] ?? '')) {
        end++;
    }
    const isNumber = /(^|\W)\d+$/.test(line.slice(0, end)) && line[end] === ']';
    if (isNumber || line[column] === ']') {
        return line[column] === ']' ? column + 1 : end + 1;
    }
    return end === column ? undefined : end;
}

/** Where the expression that ends before `end` begins. */
function beginning(line: string, end: number, language: Language): number | undefined {
    let start = end;
    while (line[start - 1] === ']') { // subscripts of it
        const bracket = opening(line, start - 1, '[', ']');
        if (bracket === undefined) {
            return undefined;
        }
        start = bracket;
    }
    const behindWord = start;
    while (WORD.test(line[start - 1] ?? '')) {
        start--;
    }
    if (start === behindWord) {
        return language === 'c' ? parenthesis(line, start) : undefined;
    }
    const joint = JOINTS[language].find((each) => line.slice(0, start).endsWith(each));
    return joint === undefined ? start : beginning(line, start - joint.length, language);
}

/** `(*p)` in C, which calls nothing: no name stands before it. */
function parenthesis(line: string, end: number): number | undefined {
    if (line[end - 1] !== ')') {
        return undefined;
    }
    const start = opening(line, end - 1, '(', ')');
    return start === undefined || /[\w)\]]/.test(line[start - 1] ?? '') ? undefined : start;
}

/** Where the bracket that closes at a column opens. */
function opening(line: string, close: number, left: string, right: string): number | undefined {
    let depth = 0;
    for (let at = close; at >= 0; at--) {
        depth += line[at] === right ? 1 : line[at] === left ? -1 : 0;
        if (depth === 0) {
            return at;
        }
    }
    return undefined;
}
