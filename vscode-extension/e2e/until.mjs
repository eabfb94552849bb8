const INTERVAL = 50; // ms

/** For how many seconds anything may be waited for: as long as a machine takes that has ten times its work to do. */
export const PATIENCE = 60;

/** Asks again and again until what `ask` gives is truthy, and resolves to it; an error of `ask` counts as a no. Rejects with the last answer after `seconds`. */
export async function until(what, ask, seconds = PATIENCE) {
    const end = Date.now() + seconds * 1000;
    let last;
    for (;;) {
        try {
            last = await ask();
            if (last) return last;
        } catch (error) {
            last = error;
        }
        if (Date.now() > end) throw new Error(`${seconds} s passed without ${what}; the last answer: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
        await new Promise(resolve => setTimeout(resolve, INTERVAL));
    }
}
