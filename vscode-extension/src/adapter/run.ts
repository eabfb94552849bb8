import { execFile } from 'node:child_process';

/** Where the extension keeps the launcher; run by the shell, as an archive that was unpacked may have lost its mode. */
export interface Launcher {
    readonly command: string;
    readonly args: readonly string[];
    readonly archives: string;
}

/** `timeout`: after how many milliseconds it is ended; `signal`: what ends it before. */
export interface Running {
    readonly env: NodeJS.ProcessEnv;
    readonly timeout: number;
    readonly signal?: AbortSignal;
}

/** What a command has printed, or the sentence of why it failed. */
export type Ran = { readonly output: string } | { readonly problem: string };

const MOST_BYTES = 256 << 20; // of output

/** Runs one of the launcher's commands; undefined where it was ended before it had. */
export function run({ command, args }: Launcher, own: readonly string[], running: Running): Promise<Ran | undefined> {
    return new Promise((resolve) => {
        execFile(command, [...args, ...own], { ...running, maxBuffer: MOST_BYTES }, (error, output, stderr) => {
            if (error === null) {
                resolve({ output });
            } else if (error.killed === true || error.name === 'AbortError') {
                resolve(undefined);
            } else {
                resolve({ problem: stderr.trim().replace(/^twinstack: /, '') || error.message });
            }
        });
    });
}
