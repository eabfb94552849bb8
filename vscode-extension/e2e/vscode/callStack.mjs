import { until } from '../until.mjs';

/** The Call Stack view. */
export class CallStack {
    constructor(window) {
        this.window = window;
        this.tree = window.page.locator('.debug-call-stack').first();
    }

    /** Its rows from top to bottom: { kind: 'session' | 'thread' | 'frame' | 'other', name, state }, a frame with `file` and `line`. */
    async rows() {
        return this.tree.locator('.monaco-list-row').evaluateAll(rows => rows.sort((a, b) => a.dataset.index - b.dataset.index).map(row => {
            const text = selector => row.querySelector(selector)?.textContent.trim() || undefined;
            const kind = ['session', 'thread', 'stack-frame'].find(kind => row.querySelector(`.${kind}`)) ?? 'other';
            if (kind !== 'stack-frame') return { kind, name: text('.name') ?? row.textContent.trim(), state: text('.state') };
            return { kind: 'frame', name: text('.label'), file: text('.file-name'), line: Number(text('.line-number')?.split(':')[0]) || undefined };
        }));
    }

    async frames() {
        return (await this.rows()).filter(row => row.kind === 'frame');
    }

    /** The frames in these files, newest first, as texts: "total pricing.c:37". */
    async ofFiles(...files) {
        return (await this.frames()).filter(frame => files.includes(frame.file)).map(frame => `${frame.name} ${frame.file}:${frame.line}`);
    }

    /** Waits until the frames in the files of `expected` (texts as above) are these and no others: VS Code asks for the first frame, then for the rest. */
    async shows(...expected) {
        const files = expected.map(text => /(\S+):\d+$/.exec(text)[1]);
        await until(`the frames ${expected.join(', ')}`, async () => {
            const frames = await this.ofFiles(...files);
            if (frames.join() === expected.join()) return true;
            throw new Error(frames.join(', '));
        });
    }

    /** Waits until VS Code says in words that have a match why the program stands: it says so beside drawing the frames. */
    async says(expression) {
        await until(`${expression} in the Call Stack`, async () => {
            const state = await this.#state();
            if (expression.test(state)) return true;
            throw new Error(state);
        });
    }

    /** One session with one thread has no row for either. */
    async #state() {
        const header = this.window.page.locator('.call-stack-state-message:not([hidden]) .label');
        if (await header.count()) return (await header.first().textContent()).trim();
        return (await this.rows()).find(row => row.kind !== 'frame' && row.state)?.state;
    }

    /** Waits until why the program stands, where the header says it, is not cut. */
    async showsAllOfState() {
        const message = this.window.page.locator('.call-stack-state-message:not([hidden])').first(); // which cuts the label in it
        await until('all of why the program stands', () => message.evaluate(message => message.clientWidth > 0 && message.scrollWidth <= message.clientWidth));
    }

    /** Waits until it has so many sessions; gives their names. */
    async sessions(count) {
        return until(`${count} sessions`, async () => {
            const names = (await this.rows()).filter(row => row.kind === 'session').map(row => row.name);
            if (names.length === count) return names;
            throw new Error(names.join(', '));
        });
    }

    /** Waits until the frame on top is at `line` of `file`; gives all frames. While the program runs the old frames stay drawn. */
    async stopsAt(file, line, seconds) {
        return until(`a stop at ${file}:${line}`, async () => {
            const notifications = await this.window.notifications();
            const frames = await this.frames();
            if (frames[0]?.file === file && frames[0].line === line) return frames;
            throw new Error(`frames: ${JSON.stringify(frames.slice(0, 3))}, notifications: ${JSON.stringify(notifications)}`);
        }, seconds);
    }

    /** Takes a frame, so that variables and expressions are of it. */
    async select(name) {
        const row = this.tree.locator('.monaco-list-row', { has: this.window.page.locator('.stack-frame', { hasText: name }) }).first();
        await until(`the frame ${name} to be selected`, async () => { // the rows are drawn anew while frames come
            await row.click({ timeout: 2000 });
            return await row.getAttribute('aria-selected', { timeout: 2000 }) === 'true';
        });
    }
}
