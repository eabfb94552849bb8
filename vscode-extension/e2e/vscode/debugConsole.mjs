import { until } from '../until.mjs';

/** The Debug Console. */
export class DebugConsole {
    constructor(window) {
        this.window = window;
        this.page = window.page;
        this.prompt = this.page.locator('.repl .repl-input-wrapper .monaco-editor');
    }

    async show() {
        if (!await this.prompt.isVisible()) await this.window.command('Debug Console: Focus on Debug Console View');
        await this.prompt.waitFor();
    }

    /** Its rows in view: { index, kind: 'input' | 'result' | 'output', text }. */
    async rows() {
        return this.page.locator('.repl .repl-tree .monaco-list-row').evaluateAll(rows => rows.sort((a, b) => a.dataset.index - b.dataset.index).map(row => ({
            index: +row.dataset.index,
            kind: row.querySelector('.codicon-debug-console-evaluation-input') ? 'input' : row.querySelector('.evaluation-result') ? 'result' : 'output',
            text: (row.querySelector('.value') ?? row.querySelector('.expression') ?? row).textContent.replaceAll('\u00a0', ' ').trim(),
        })));
    }

    /** Waits for a line of output, or of a result, that has a match. */
    async says(expression, seconds) {
        return until(`${expression} in the Debug Console`, async () => {
            const rows = await this.rows();
            const found = rows.find(row => row.kind !== 'input' && expression.test(row.text));
            if (found) return found.text;
            throw new Error(JSON.stringify(rows.slice(-5)));
        }, seconds);
    }

    async type(text) {
        await this.show();
        await this.prompt.click();
        await this.page.keyboard.insertText(text);
        await this.window.press('Escape'); // a list of suggestions would take the Enter
        await this.window.press('Enter');
    }

    /** Waits until `wanted` is suggested for a text that is typed and then asked about; the text is taken back. */
    async suggests(text, wanted) {
        await this.show();
        await this.prompt.click();
        await this.page.keyboard.insertText(text);
        const row = this.page.locator('.suggest-widget .monaco-list-row').getByText(wanted, { exact: true }).first();
        await until(`${wanted} among the suggestions for ${text}`, async () => { // VS Code may still be at work on what it has asked for by itself
            await this.window.press('Escape');
            await this.window.press('Control+Space');
            await row.waitFor({ timeout: 5000 });
            return true;
        });
        await this.window.press('Escape');
        await this.window.press('Control+A');
        await this.window.press('Backspace');
    }

    /** Types an expression, and gives the text of its result. */
    async evaluate(expression, seconds) {
        await this.show();
        const last = (await this.rows()).at(-1)?.index ?? -1;
        await this.type(expression);
        return until(`the result of ${expression}`, async () => {
            const rows = await this.rows();
            const echo = rows.findLast(row => row.kind === 'input' && row.index > last && row.text === expression);
            const result = echo && rows.find(row => row.kind === 'result' && row.index > echo.index);
            if (result) return result.text;
            throw new Error(JSON.stringify(rows.slice(-5)));
        }, seconds);
    }
}
