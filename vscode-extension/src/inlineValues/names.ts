import { KEYWORDS, linesOfScope, withoutTexts } from '../code/python';

/** A name, or a path of attributes that begins with one, where it stands in the text: columns from 0, `end` behind it. */
export interface Place {
    readonly line: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

const SELVES = new Set(['self', 'cls', '_']); // their attributes tell more
const PATH = /(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g;

/**
 * What has a value worth showing in the lines `from` to `stopped` (both from 0): variables and attributes that the function in which the program
 * stands names up to there, each once a line. Left out are strings, comments, keywords, what is called, defined or imported, and the names of arguments.
 */
export function namesToShow(lines: readonly string[], from: number, stopped: number): Place[] {
    const code = withoutTexts(lines.slice(0, stopped + 1));
    return linesOfScope(code, stopped)
        .filter((line) => line >= from)
        .flatMap((line) => namesInLine(code[line] ?? '', line));
}

function namesInLine(code: string, line: number): Place[] {
    if (/^\s*(import|from|global|nonlocal|class|@)/.test(code)) {
        return [];
    }
    const seen = new Set<string>();
    return [...code.matchAll(PATH)].flatMap((match) => {
        const behind = code.slice(match.index + match[0].length);
        const text = value(match[0], behind, code.slice(0, match.index));
        if (text === undefined || seen.has(text)) {
            return [];
        }
        seen.add(text);
        return [{ line, start: match.index, end: match.index + text.length, text }];
    });
}

/** Of a path what has a value: of `self.items.append(` that is `self.items`. */
function value(path: string, behind: string, before: string): string | undefined {
    const isCalled = /^\s*\(/.test(behind);
    const isArgument = /^\s*=(?!=)/.test(behind) && /[(,]\s*$/.test(before) && !/^\s*def\b/.test(before);
    const shown = isCalled ? path.slice(0, Math.max(path.lastIndexOf('.'), 0)) : path;
    const isVariable = shown !== '' && !KEYWORDS.has(shown.split('.')[0] ?? '') && !SELVES.has(shown);
    return isVariable && !isArgument ? shown : undefined;
}
