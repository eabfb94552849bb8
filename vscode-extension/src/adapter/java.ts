import { execFile } from 'node:child_process';

/** Where the extension keeps the launcher; run by the shell, as an archive that was unpacked may have lost its mode. */
export interface Launcher {
    readonly command: string;
    readonly args: readonly string[];
    readonly archives: string;
}

const PATIENCE_MS = 10_000;

/**
 * Why the launcher finds no Java that it can run, as a sentence; undefined when it finds one. So it is when it has not said in time, on a machine that is
 * busy: a session that starts will tell.
 */
export function javaProblem({ command, args }: Launcher, env: NodeJS.ProcessEnv, timeout = PATIENCE_MS): Promise<string | undefined> {
    return new Promise((resolve) => {
        execFile(command, [...args, '--java'], { env, timeout }, (error, _path, stderr) => {
            const isLate = error?.killed === true;
            resolve(error && !isLate ? stderr.trim().replace(/^twinstack: /, '') || error.message : undefined);
        });
    });
}
