import { type Launcher, run } from '../adapter/run';

/** A core file and, where they are not those that are found, its program and the GDB. */
export interface CoreFile {
    readonly path: string;
    readonly program?: string | undefined;
    readonly gdb: string;
}

const PATIENCE_MINUTES = 10; // a packed core file of some gigabytes takes its time

/** The report of a core file as Markdown; undefined where `signal` takes it back. Rejects with the sentence of why there is none. */
export async function report(launcher: Launcher, core: CoreFile, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string | undefined> {
    const ran = await run(launcher, commandOf(core), { env, timeout: PATIENCE_MINUTES * 60_000, signal });
    if (ran === undefined && !signal.aborted) {
        throw new Error(`It was not read in ${PATIENCE_MINUTES} minutes.`);
    }
    if (ran !== undefined && 'problem' in ran) {
        throw new Error(ran.problem);
    }
    return ran?.output;
}

/** The command line of `twinstack core`. */
export function commandOf({ path, program, gdb }: CoreFile): string[] {
    return ['core', '--format', 'markdown', ...(program === undefined ? [] : ['--program', program]), ...(gdb === '' ? [] : ['--gdb', gdb]), '--', path];
}
