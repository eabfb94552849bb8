import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * A process of this machine.
 *
 * `started` counts clock ticks from the machine's start; `python` is the file that shows it to run CPython: its executable or the libpython
 * that it has mapped; undefined where there is none, or where Linux does not let this user look.
 */
export interface Process {
    readonly pid: number;
    readonly name: string;
    readonly commandLine: string;
    readonly uid: number;
    readonly started: number;
    readonly python: string | undefined;
}

const PYTHON = /^python(\d[\d.]*[a-z]*)?(-dbg)?$/;
const LIBPYTHON = /\/(libpython[\d.]+[a-z]*\.so[\d.]*)$/m;
const AT_ONCE = 3; // processes, of whose maps some are megabytes: Node has four threads for the files of all extensions

/** Those that can be debugged, newest first: neither threads of the kernel, which have no command line, nor this one. */
export async function processes(proc = '/proc'): Promise<Process[]> {
    const waiting = (await readdir(proc)).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
    const found: Process[] = [];
    const readers = Array.from({ length: AT_ONCE }, async () => {
        for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
            found.push(...(await read(join(proc, name), Number(name))));
        }
    });
    await Promise.all(readers);
    return found.sort((one, other) => other.started - one.started || other.pid - one.pid);
}

async function read(directory: string, pid: number): Promise<Process[]> {
    try {
        const words = (await readFile(join(directory, 'cmdline'), 'utf8')).split('\0');
        const commandLine = words.join(' ').trim();
        if (commandLine === '') {
            return [];
        }
        const status = await readFile(join(directory, 'stat'), 'utf8');
        const name = status.slice(status.indexOf('(') + 1, status.lastIndexOf(')'));
        const started = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[19]); // proc(5): starttime
        return [{ pid, name, commandLine, uid: (await stat(directory)).uid, started, python: await python(directory) }];
    } catch {
        return []; // it has ended meanwhile
    }
}

async function python(directory: string): Promise<string | undefined> {
    try {
        const executable = basename((await readlink(join(directory, 'exe'))).replace(/ \(deleted\)$/, ''));
        return PYTHON.test(executable) ? executable : LIBPYTHON.exec(await readFile(join(directory, 'maps'), 'utf8'))?.[1];
    } catch {
        return undefined; // another user's
    }
}

/** The names of users by their numbers, as /etc/passwd has them; none where that cannot be read, as a number will do. */
export async function users(passwd = '/etc/passwd'): Promise<Map<number, string>> {
    const text = await readFile(passwd, 'utf8').catch(() => '');
    const lines = text.split('\n').map((line) => line.split(':'));
    return new Map(lines.map(([name = '', , uid]) => [Number(uid), name]));
}
