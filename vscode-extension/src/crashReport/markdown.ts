import { basename } from 'node:path';
import type { ExceptionInfo } from '../dap/messages';
import type { CrashFacts, FrameFacts, Stack, ThreadFacts, Told } from './facts';

/** The report as Markdown: what happened, the stack of the thread that crashed with its variables, the other threads, the libraries. */
export function markdown(core: string, { exception, threads, modules }: CrashFacts): string {
    return [
        `# Crash of ${basename(core)}`,
        `Core file: ${code(core)}`,
        typeof exception === 'string' ? exception : what(exception),
        ...(typeof threads === 'string' ? [threads] : threads.flatMap(thread)),
        '## Program and libraries',
        table(['name', 'version', 'debug information', 'path'], modules, ({ name, version, symbolStatus, path }) => [name, version, symbolStatus, path]),
    ].join('\n\n') + '\n';
}

/** Of a signal the stack comes next; of an exception the traceback tells of where it was raised. */
function what({ exceptionId, description, details }: ExceptionInfo): string {
    const trace = details?.stackTrace === undefined || exceptionId.startsWith('SIG') ? '' : `\n\n${block(details.stackTrace)}`;
    const words = [description, details?.message].filter((each) => each !== undefined && each !== exceptionId);
    return `**${exceptionId}**${words.length > 0 ? `: ${[...new Set(words)].join('; ')}` : ''}${trace}`;
}

/** The first is the one that crashed. */
function thread({ name, stack }: ThreadFacts, index: number): string[] {
    const head = index === 0 ? `## ${name}, which crashed` : `## ${name}`;
    return typeof stack === 'string' ? [head, stack] : [head, frames(stack), ...stack.frames.flatMap(variables)];
}

function frames({ frames, more }: Stack): string {
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
    const head = `### Variables of ${frame.name}, ${basename(frame.source?.path ?? '')}:${frame.line}`;
    return [head, table(['name', 'value', 'type'], locals, ({ name, value, type }) => [name, value, type])];
}

/** The sentence in its place where there is nothing to show. */
function table<T>(head: string[], told: Told<T[]>, cellsOf: (row: T) => (string | undefined)[]): string {
    if (typeof told === 'string') {
        return told;
    }
    const cells = told.map((row) => cellsOf(row).map((cell) => (cell === undefined || cell === '' ? '' : code(cell))));
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
