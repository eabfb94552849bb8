import fs from 'node:fs';
import { until } from './until.mjs';

/** Waits until no process but this one has `variable` in its environment; kills those that are left after ten seconds, and gives their command lines. */
export async function left(variable) {
    try {
        await until('the end of all that was started', () => found(variable).length === 0, 10);
        return [];
    } catch {
        const processes = found(variable);
        for (const { pid } of processes) try { process.kill(pid, 'SIGKILL'); } catch { /* it has ended by itself */ }
        return processes.map(({ pid, command }) => `${pid} ${command}`);
    }
}

function found(variable) {
    const processes = [];
    for (const pid of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)) {
        try {
            const environment = fs.readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
            if (environment.includes(variable)) processes.push({ pid: Number(pid), command: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') });
        } catch { /* it has just ended */ }
    }
    return processes;
}
