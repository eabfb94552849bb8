import { until } from '../until.mjs';

/** Lists and trees by keys alone, with what a screen reader says of the row that has the keyboard's focus. A key waits for the row that it is meant for. */
export class Rows {
    constructor(page) {
        this.page = page;
    }

    /** The row that has the focus: { label, open }, without either before a list has such a row, or undefined where no list has the focus. `open` is null for a row with nothing inside. */
    async focused() {
        return this.page.evaluate(() => {
            const list = document.activeElement;
            if (!list.closest('.monaco-list, .quick-input-widget')) return undefined;
            const row = document.getElementById(list.getAttribute('aria-activedescendant'));
            return row ? { label: row.getAttribute('aria-label'), open: row.ariaExpanded && row.ariaExpanded === 'true' } : {};
        });
    }

    /** Waits until the row that has the focus has a match; gives it. */
    async #on(expression) {
        return until(`the focus on a row ${expression}`, async () => {
            const row = await this.focused();
            if (expression.test(row?.label ?? '')) return row;
            throw new Error(JSON.stringify(row));
        });
    }

    /** Presses a key on the row that has the focus, which must have a match. */
    async press(key, expression) {
        await this.#on(expression);
        await this.page.keyboard.press(key);
    }

    /** Presses a key, again and again, until the row that has the focus has a match; gives its label. */
    async pressTo(key, expression) {
        return until(`a row ${expression} by ${key}`, async () => {
            const before = await until('a list with the focus', () => this.focused());
            if (expression.test(before.label ?? '')) return before.label;
            await this.page.keyboard.press(key);
            await until(`another row than "${before.label}"`, async () => (await this.focused())?.label !== before.label, 1);
        });
    }

    /** Opens the row that has the focus, which must have a match and be folded. */
    async open(expression) {
        await this.#on(expression);
        await this.page.keyboard.press('ArrowRight');
        await until(`an open row ${expression}`, async () => {
            const row = await this.focused();
            if (row?.open && expression.test(row.label)) return true;
            throw new Error(JSON.stringify(row));
        });
    }
}
