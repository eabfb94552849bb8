import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * A process of this machine.
 *
 * `started` counts clock ticks from the machine's start; `python` is the file that shows it to run CPython: its executable or the libpython
 * that it has mapped; undefined where there is none, or where Linux does not let this user look.
 */
export interface Process {
    pid: number;
    name: string;
    commandLine: string;
    uid: number;
    started: number;
    python?: string;
}

const PYTHON = /^python[\d.]*[a-z]*$/;
const LIBPYTHON = /\/(libpython[\d.]+[a-z]*\.so[\d.]*)$/m;

/** Those that can be debugged, newest first: neither threads of the kernel, which have no command line, nor this one. */
export function processes(proc = '/proc'): Process[] {
    return readdirSync(proc)
        .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
        .flatMap((name) => read(join(proc, name), Number(name)))
        .sort((one, other) => other.started - one.started || other.pid - one.pid);
}

function read(directory: string, pid: number): Process[] {
    try {
        const words = readFileSync(join(directory, 'cmdline'), 'utf8').split('\0');
        const commandLine = words.join(' ').trim();
        if (commandLine === '') {
            return [];
        }
        const stat = readFileSync(join(directory, 'stat'), 'utf8');
        const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        const started = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]); // proc(5): starttime
        return [{ pid, name, commandLine, uid: statSync(directory).uid, started, python: python(directory) }];
    } catch {
        return []; // it has ended meanwhile
    }
}

function python(directory: string): string | undefined {
    try {
        const executable = basename(readlinkSync(join(directory, 'exe')).replace(/ \(deleted\)$/, ''));
        return PYTHON.test(executable) ? executable : LIBPYTHON.exec(readFileSync(join(directory, 'maps'), 'utf8'))?.[1];
    } catch {
        return undefined; // another user's
    }
}

/** The names of users by their numbers, as /etc/passwd has them. */
export function users(passwd = '/etc/passwd'): Map<number, string> {
    const lines = readFileSync(passwd, 'utf8').split('\n').map((line) => line.split(':'));
    return new Map(lines.map(([name = '', , uid]) => [Number(uid), name]));
}
