import { type Launcher, run } from './run';

const PATIENCE_MS = 10_000;

/**
 * Why the launcher finds no Java that it can run, as a sentence; undefined when it finds one. So it is when it has not said in time, on a machine that is
 * busy: a session that starts will tell.
 */
export async function javaProblem(launcher: Launcher, env: NodeJS.ProcessEnv, timeout = PATIENCE_MS): Promise<string | undefined> {
    const ran = await run(launcher, ['--java'], { env, timeout });
    return ran !== undefined && 'problem' in ran ? ran.problem : undefined;
}
