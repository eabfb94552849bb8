import { basename } from 'node:path';
import type { CrashFacts, FrameFacts, ThreadFacts } from './facts';

/** The report as Markdown: what happened, the stack of the thread that crashed with its variables, the other threads, the libraries. */
export function markdown(core: string, { exception, threads, modules }: CrashFacts): string {
    const [crashed, ...others] = threads;
    return [
        `# Crash of ${basename(core)}`,
        `Core file: ${code(core)}`,
        ...(exception === undefined ? ['The core file names no signal and no exception.'] : [what(exception)]),
        ...(crashed === undefined ? [] : [`## ${crashed.name}, which crashed`, stack(crashed), ...crashed.frames.flatMap(variables)]),
        ...others.flatMap((thread) => [`## ${thread.name}`, stack(thread)]),
        '## Program and libraries',
        table(['name', 'version', 'debug information', 'path'], modules.map(({ name, version, symbolStatus, path }) => [name, version, symbolStatus, path])),
    ].join('\n\n') + '\n';
}

/** Of a signal the stack comes next; of an exception the traceback tells of where it was raised. */
function what({ exceptionId, description, details }: NonNullable<CrashFacts['exception']>): string {
    const trace = details?.stackTrace === undefined || exceptionId.startsWith('SIG') ? '' : `\n\n${block(details.stackTrace)}`;
    const words = [description, details?.message].filter((each) => each !== undefined && each !== exceptionId);
    return `**${exceptionId}**${words.length > 0 ? `: ${[...new Set(words)].join('; ')}` : ''}${trace}`;
}

function stack({ frames, more }: ThreadFacts): string {
    const rows = frames.map(({ frame }) => `${frame.name.padEnd(40)} ${place(frame)}`.trimEnd());
    return block([...rows, ...(more ? ['… older frames are left out'] : [])].join('\n'));
}

function place({ source, line }: FrameFacts['frame']): string {
    return source?.path === undefined ? '' : `${source.path}:${line}`;
}

function variables({ frame, locals }: FrameFacts): string[] {
    if (locals === undefined || locals.length === 0) {
        return [];
    }
    return [`### Variables of ${frame.name}, ${basename(frame.source?.path ?? '')}:${frame.line}`, table(['name', 'value', 'type'], locals.map(({ name, value, type }) => [name, value, type]))];
}

function table(head: string[], rows: (string | undefined)[][]): string {
    const cells = rows.map((row) => row.map((cell) => (cell === undefined || cell === '' ? '' : code(cell))));
    return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** As code within a line, with what would end it, or a table's cell, kept apart. */
function code(text: string): string {
    const line = text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
    const ticks = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
    return ticks.length > 1 ? `${ticks} ${line} ${ticks}` : `\`${line}\``;
}

function block(text: string): string {
    return '```text\n' + text.replaceAll('```', '` ` `') + '\n```';
}
