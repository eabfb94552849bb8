import type { ThreadRow } from '../dap/messages';

/** How a thread stands, in words and as an icon of VS Code's. */
export interface Standing {
    text: string;
    icon: string;
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
const UNKNOWN: Standing = { text: 'running', icon: 'play' };

/** `running`: the program runs, and nobody knows how its threads stand. */
export function standing(row: ThreadRow, running: boolean): Standing {
    if (!row.gil) {
        return running || row.python ? UNKNOWN : NATIVE;
    }
    const known = STANDINGS[row.gil] ?? { text: row.gil, icon: 'question' };
    return row.interpreter ? { ...known, text: `${known.text}, interpreter ${row.interpreter}` } : known;
}
