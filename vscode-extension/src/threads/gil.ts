import type { ThreadRow } from '../dap/messages';

/** How a thread stands, in words and as an icon of VS Code's. */
export interface Standing {
    readonly text: string;
    readonly icon: string;
}

const STANDINGS: Record<string, Standing> = {
    holds: { text: 'holds the GIL', icon: 'lock' },
    waits: { text: 'waits for the GIL', icon: 'watch' },
    released: { text: 'without the GIL', icon: 'unlock' },
    attached: { text: 'attached', icon: 'lock' },
    detached: { text: 'detached', icon: 'unlock' },
    suspended: { text: 'suspended', icon: 'debug-pause' },
};

const NATIVE: Standing = { text: 'not of Python', icon: 'circle-outline' };
const RUNNING: Standing = { text: 'running', icon: 'play' };
const UNKNOWN: Standing = { text: 'GIL unknown', icon: 'question' };

/** `running`: the program runs, and nobody knows how its threads stand. */
export function standing(row: ThreadRow, running: boolean): Standing {
    if (!row.gil) {
        return running ? RUNNING : row.python ? UNKNOWN : NATIVE;
    }
    const known = STANDINGS[row.gil] ?? { text: row.gil, icon: 'question' };
    return row.interpreter ? { ...known, text: `${known.text}, interpreter ${row.interpreter}` } : known;
}
