/** Python source by its characters: what stands in strings and comments, and which lines are of one function. */

export const KEYWORDS: ReadonlySet<string> = new Set(
    ('False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal ' +
        'not or pass raise return try while with yield').split(' '),
);

/** The lines with every character of a string or comment replaced by a blank; columns stay. */
export function withoutTexts(lines: readonly string[]): string[] {
    let open: string | undefined; // the quotes of a string that goes on in the next line
    return lines.map((line) => {
        let shown = '';
        let at = 0;
        while (at < line.length) {
            if (open !== undefined) {
                const end = endOfString(line, at, open);
                shown += ' '.repeat((end ?? line.length) - at);
                at = end ?? line.length;
                open = end === undefined && (open.length === 3 || line.endsWith('\\')) ? open : undefined;
                continue;
            }
            if (line[at] === '#') {
                shown += ' '.repeat(line.length - at);
                break;
            }
            const opened = /^[rbfutRBFUT]{0,2}("""|'''|"|')/.exec(line.slice(at));
            if (opened !== null && !/\w/.test(line[at - 1] ?? '')) {
                open = opened[1];
                shown += ' '.repeat(opened[0].length);
                at += opened[0].length;
            } else {
                shown += line.charAt(at);
                at++;
            }
        }
        return shown;
    });
}

/** The column behind the quotes that end a string. */
function endOfString(line: string, from: number, quotes: string): number | undefined {
    for (let at = from; at < line.length; at++) {
        if (line[at] === '\\') {
            at++;
        } else if (line.startsWith(quotes, at)) {
            return at + quotes.length;
        }
    }
    return undefined;
}

/**
 * The lines of the function (or class body, or module) around the line `stopped`, up to it: those of functions inside are none of them, a `def`
 * belongs to what it defines. `lines` are without texts.
 */
export function linesOfScope(lines: readonly string[], stopped: number): number[] {
    const scopes = scopesOfLines(lines.slice(0, stopped + 1));
    const own = (number: number): number | undefined => scopes[number]?.at(-1);
    return scopes.flatMap((_, number) => (own(number) === own(stopped) ? [number] : []));
}

/**
 * For each line those of the `def` and `class` that it is in, the innermost last; such a line is in what it opens, a line of a decorator is not. `lines` are
 * without texts.
 */
export function scopesOfLines(lines: readonly string[]): number[][] {
    const open: { indent: number; line: number }[] = [];
    const begins = statementsOfLines(lines);
    return lines.map((line, number) => {
        if (begins[number] === number && line.trim() !== '') {
            const indent = line.length - line.trimStart().length;
            while (indent <= (open.at(-1)?.indent ?? -1)) {
                open.pop();
            }
            if (/^\s*(async\s+def|def|class)\b/.test(line)) {
                open.push({ indent, line: number });
            }
        }
        return open.map((scope) => scope.line);
    });
}

/** For each line the one in which its statement begins, which goes on while brackets are open. `lines` are without texts. */
export function statementsOfLines(lines: readonly string[]): number[] {
    let depth = 0; // of brackets
    let begin = 0;
    return lines.map((line, number) => {
        begin = depth === 0 ? number : begin;
        depth = Math.max(0, depth + count(line, /[([{]/g) - count(line, /[)\]}]/g));
        return begin;
    });
}

function count(line: string, what: RegExp): number {
    return line.match(what)?.length ?? 0;
}
