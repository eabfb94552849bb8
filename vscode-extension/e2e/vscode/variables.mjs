import { until } from '../until.mjs';

/** The Variables view, or the Watch view, which has the same rows. */
export class Variables {
    constructor(window, selector) {
        this.window = window;
        this.tree = window.page.locator(selector).first();
    }

    /** Rows from top to bottom: { index, depth, name, value, scope, open }; `open` is undefined for one that has nothing inside. */
    async rows() {
        return this.tree.locator('.monaco-list-row').evaluateAll(rows => rows.sort((a, b) => a.dataset.index - b.dataset.index).map(row => {
            const text = selector => row.querySelector(selector)?.textContent.replaceAll('\u00a0', ' ').trim();
            const expanded = row.getAttribute('aria-expanded');
            const common = { index: +row.dataset.index, depth: +row.getAttribute('aria-level'), open: expanded === null ? undefined : expanded === 'true' };
            if (row.querySelector('.scope')) return { ...common, scope: true, name: row.textContent.trim() };
            return { ...common, name: text('.expression .name')?.replace(/\s*[:=]$/, ''), value: text('.expression .value') };
        }));
    }

    /** Waits for a variable with this value (a text, or what a regular expression fits); `path` leads to it through what has been opened. */
    async shows(path, value, seconds) {
        const fits = row => value === undefined || (value instanceof RegExp ? value.test(row.value) : row.value === value);
        return until(`${[path].flat().join(' > ')} = ${value}`, async () => {
            const rows = await this.rows();
            const row = this.#find(rows, [path].flat());
            if (row && fits(row)) return row;
            throw new Error(JSON.stringify(rows.map(({ depth, name, value }) => `${'  '.repeat(depth)}${name} = ${value}`)));
        }, seconds);
    }

    /** The row to which the names lead, each inside the one before. */
    #find(rows, path) {
        let from = 0, end = rows.length, found;
        for (const name of path) {
            const at = rows.findIndex((row, i) => i >= from && i < end && row.name === name && (!found || row.depth === found.depth + 1));
            if (at < 0) return undefined;
            found = rows[at];
            from = at + 1;
            const behind = rows.findIndex((row, i) => i > at && row.depth <= found.depth);
            end = behind < 0 ? rows.length : behind;
        }
        return found;
    }

    /** The row on the screen of a variable, as long as no other one takes its place. */
    async #row(path) {
        const { index, name } = await this.shows(path);
        return this.tree.locator(`.monaco-list-row[data-index="${index}"]`, { hasText: name });
    }

    /** Opens a variable or a scope, and waits until something stands below it; clicks again where the rows were drawn anew under the mouse. */
    async open(...path) {
        await until(`something inside ${path.join(' > ')}`, async () => {
            const rows = await this.rows();
            const found = this.#find(rows, path);
            if (found?.open === false) await (await this.#row(path)).locator('.monaco-tl-twistie').click({ timeout: 2000 });
            return found?.open && rows.some(row => row.index === found.index + 1 && row.depth === found.depth + 1);
        });
    }

    /** Adds an expression, which only the Watch view takes. */
    async add(expression) {
        await this.window.fold('Watch', false);
        const header = this.window.page.locator('.pane-header', { hasText: 'Watch' });
        const field = this.tree.locator('input');
        await until(`${expression} among what is watched`, async () => { // rows that are evaluated anew may take the field away
            if (!await field.isVisible()) {
                await header.hover({ timeout: 2000 });
                await header.locator('a[aria-label="Add Expression"]').click({ timeout: 2000 });
            }
            await field.fill(expression, { timeout: 2000 });
            await field.press('Enter', { timeout: 2000 });
            return until('its row', async () => (await this.rows()).some(({ name }) => name === expression), 5);
        });
    }

    /** Pushes a button that a variable has under the mouse. */
    async push(path, label) {
        const row = await this.#row(path);
        await row.hover();
        await row.getByRole('button', { name: label }).click();
    }

    /** Clicks the eye of a variable that has its value only then. */
    async evaluate(path) {
        await (await this.#row(path)).locator('.lazy-button').click();
    }

    /** Opens a variable's context menu and takes an entry. */
    async menu(path, entry) {
        const offered = this.window.page.locator('.context-view .action-menu-item', { hasText: entry }).first();
        await until(`the menu of ${[path].flat().join(' > ')}`, async () => { // rows may be drawn anew under the mouse; an open menu takes all clicks
            if (!await offered.isVisible()) await (await this.#row(path)).click({ button: 'right', timeout: 2000 });
            await offered.waitFor({ timeout: 5000 });
            return true;
        });
        await this.window.menu(entry);
    }
}
