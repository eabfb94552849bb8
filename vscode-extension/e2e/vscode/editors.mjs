import path from 'node:path';
import { until } from '../until.mjs';

/** The files that are open, their gutters and hovers. A file is known by the end of its path. */
export class Editors {
    constructor(window) {
        this.window = window;
        this.page = window.page;
    }

    /** Opens a file of the workspace: in the Explorer, or, where that does not show it, by quick open, which in a new window takes some seconds to know the files. */
    async open(name) {
        const row = this.page.locator('.explorer-folders-view .monaco-list-row').filter({ has: this.page.getByText(name, { exact: true }) }).first();
        await until(`${name} in an editor`, async () => { // a row that moves takes no double click, nor one under what VS Code tells of the row at the mouse
            await this.page.mouse.move(2, 2);
            if (await row.isVisible()) await row.dblclick({ timeout: 2000 });
            else await this.window.quickOpen(name, path.basename(name));
            await this.#editor(name).locator('.view-line').first().waitFor({ timeout: 5000 });
            return true;
        });
    }

    /** Opens a file so that this line is in view. */
    async openAt(name, line) {
        await this.open(name);
        await until(`the cursor in line ${line} of ${name}`, async () => { // which the status bar may still tell of the file before
            await this.window.press('Control+G');
            await this.window.fill(`:${line}`, 5);
            await this.window.input.press('Enter', { timeout: 5000 });
            await this.#number(name, line).and(this.page.locator('.active-line-number')).waitFor({ timeout: 5000 });
            return true;
        });
    }

    #editor(name) {
        return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"]`).first();
    }

    #number(name, line) {
        return this.#editor(name).locator('.margin-view-overlays .line-numbers').filter({ hasText: new RegExp(`^\\s*${line}\\s*$`) });
    }

    /** Where a line's number is drawn, once the editor has scrolled. */
    async #place(name, line) {
        let before;
        return until(`line ${line} of ${name} to stand still`, async () => {
            const now = await this.#number(name, line).boundingBox();
            const still = now && now.y === before?.y;
            before = now;
            return still && now;
        });
    }

    /** The numbers of the lines in view whose gutter has a sign of this class. */
    async #lines(name, selector) {
        return this.#editor(name).evaluate((editor, selector) => {
            const numbers = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')].map(number => [number.getBoundingClientRect(), +number.textContent]);
            return [...editor.querySelectorAll(`.glyph-margin-widgets ${selector}`)]
                .map(sign => sign.getBoundingClientRect()).map(box => (box.top + box.bottom) / 2)
                .map(y => numbers.find(([box]) => box.top <= y && y <= box.bottom)?.[1])
                .filter(line => line !== undefined).sort((a, b) => a - b);
        }, selector);
    }

    /** The lines that show a breakpoint, of any kind. */
    async breakpoints(name) {
        return this.#lines(name, '[class*="codicon-debug-breakpoint"]:not(.codicon-debug-hint)');
    }

    /** Waits until the arrow of the frame on top stands at the line. */
    async arrowAt(name, line) {
        await until(`the arrow at line ${line} of ${name}`, async () => {
            const lines = await this.#lines(name, '[class*="codicon-debug-stackframe"]:not([class*="focused"])');
            if (lines.join() === String(line)) return true;
            throw new Error(lines.join(', '));
        });
    }

    /** Opens a file and clicks beside the line's number, so that it has a breakpoint. */
    async breakAt(name, line) {
        await this.openAt(name, line);
        await this.#toggleBreakpoint(name, line, true);
    }

    /** Opens a file and clicks on the line's breakpoint, so that it is gone. */
    async clearBreakpoint(name, line) {
        await this.openAt(name, line);
        await this.#toggleBreakpoint(name, line, false);
    }

    async #toggleBreakpoint(name, line, wanted) {
        const shows = async shown => (await this.breakpoints(name)).includes(line) === shown;
        await until(`line ${line} of ${name} ${wanted ? 'without a' : 'with its'} breakpoint`, () => shows(!wanted)); // the signs are drawn after the lines
        const number = await this.#place(name, line);
        const margin = await this.#editor(name).locator('.margin').first().boundingBox();
        await this.page.mouse.click(margin.x + 10, number.y + number.height / 2);
        await until(`a breakpoint ${wanted ? 'on' : 'gone from'} line ${line} of ${name}`, () => shows(wanted));
    }

    /** Where a word of a line is drawn: its middle, and the width of a letter. */
    async #word(name, line, word) {
        const top = (await this.#place(name, line)).y;
        return this.#editor(name).evaluate((editor, { top, word }) => {
            const row = [...editor.querySelectorAll('.view-line')].find(row => Math.abs(row.getBoundingClientRect().top - top) < 4);
            const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
            for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const found = new RegExp(`(?<![\\w.])${word}(?!\\w)`).exec(text.data.replaceAll('\u00a0', ' '));
                if (!found) continue;
                const range = document.createRange();
                range.setStart(text, found.index);
                range.setEnd(text, found.index + word.length);
                const { x, y, width, height } = range.getBoundingClientRect();
                return { x: x + width / 2, y: y + height / 2, letter: width / word.length };
            }
            throw new Error(`the line has no ${word}: ${row.textContent}`);
        }, { top, word });
    }

    /** The colours of the words of a line, in their order, as the theme gives them to keywords, types and names: [['return', 'rgb(…)'], …]. */
    async colours(name, line) {
        const top = (await this.#place(name, line)).y;
        return this.#editor(name).evaluate((editor, top) => {
            const row = [...editor.querySelectorAll('.view-line')].find(row => Math.abs(row.getBoundingClientRect().top - top) < 4);
            return [...row.querySelectorAll('span > span')].flatMap(part => part.textContent.match(/\w+/g)?.map(word => [word, getComputedStyle(part).color]) ?? []);
        }, top);
    }

    /** Points at a word of a line of the editor until the debugger's hover shows, and gives its text. */
    async hover(name, line, word) {
        const widget = this.page.locator('.debug-hover-widget');
        await this.page.mouse.move(2, 2);
        await widget.waitFor({ state: 'hidden' }); // that of another word
        let side = 1;
        return until(`a value of ${word} at the mouse`, async () => {
            side = -side; // VS Code shows nothing again where the mouse has been before
            await this.page.mouse.move(2, 2);
            const { x, y, letter } = await this.#word(name, line, word);
            await this.page.mouse.move(x + side * letter / 2, y);
            await widget.waitFor({ timeout: 2000 });
            return (await widget.innerText()).replaceAll('\u00a0', ' ').trim();
        });
    }

    /** Waits for the box between the lines that tells of an exception. */
    async tellsOfException(expression) {
        await this.page.locator('.exception-widget', { hasText: expression }).waitFor();
    }

    /** Adds a snippet to the launch.json on top by the button in its corner. */
    async addConfiguration(label) {
        const rows = this.page.locator('.suggest-widget .monaco-list-row');
        await until('suggestions', async () => { // the button does nothing while VS Code is still at work on the last one
            await this.page.getByText('Add Configuration...', { exact: true }).last().click();
            await rows.first().waitFor({ timeout: 5000 });
            return true;
        });
        const snippets = rows.filter({ hasText: /\w: \w/ });
        await until('snippets among the suggestions', async () => {
            if (!await snippets.count()) {
                await this.window.press('Escape'); // the words of the file, as the server of JSON has not started yet
                await this.window.press('Control+Space');
            }
            await snippets.first().waitFor({ timeout: 5000 });
            return true;
        });
        const focused = this.page.locator('.suggest-widget .monaco-list-row.focused', { hasText: label });
        await until(`the snippet ${label}`, async () => { // the list is sorted, and begins at its end again
            if (await focused.count()) return true;
            await this.window.press('ArrowUp');
        });
        await this.window.press('Enter'); // not a click: the list may still be scrolling
        await this.page.locator('.view-line', { hasText: `"name": "${label.replace('Twinstack: ', '')}"` }).first().waitFor();
    }

    /** Waits until the Disassembly view, which is drawn before it is filled, has an instruction or a line of source with a match. */
    async disassembles(expression) {
        await this.page.locator('.disassembly-view .monaco-list-row').filter({ hasText: expression }).first().waitFor();
    }

    /** Waits until the arrow of the Disassembly view stands at an instruction behind the address `last`; gives its own, as text. */
    async instructionBehind(last = '') {
        const row = this.page.locator('.disassembly-view .monaco-list-row').filter({ has: this.page.locator('[class*="codicon-debug-stackframe"]') });
        return until(`the arrow behind ${last}`, async () => {
            const text = await row.first().innerText({ timeout: 2000 });
            const address = /0x[0-9a-f]+/.exec(text)?.[0];
            if (address > last) return address;
            throw new Error(text);
        });
    }

    /** Opens the list of what VS Code finds wrong in the files that are open, and waits until it has this line, below the file's name, and no other. */
    async findsWrong(text) {
        const list = this.page.locator('.markers-panel-container');
        if (!await list.isVisible()) await this.page.locator('[id="status.problems"] a').click();
        await until(`"${text}" as all that is wrong`, async () => {
            const [, ...lines] = await list.locator('.monaco-list-row').allInnerTexts();
            if (lines.length === 1 && lines[0].includes(text)) return true;
            throw new Error(lines.join(', '));
        });
    }

    /** Waits until VS Code finds nothing wrong in the files that are open. */
    async findsNothingWrong() {
        await this.page.locator('[id="status.problems"] a[aria-label="No Problems"]').waitFor();
    }

    /** Opens all that is folded on the page on top, a preview of Markdown, and gives its text. */
    async pageText() {
        const body = this.page.locator('iframe.webview.ready').filter({ visible: true }).contentFrame().frameLocator('iframe#active-frame').locator('body');
        return body.evaluate(body => {
            for (const each of body.querySelectorAll('details')) each.open = true;
            return body.innerText;
        });
    }

    /** The text of the editor on top, as far as it is in view. */
    async text() {
        const lines = this.page.locator('.editor-group-container.active .view-line, .editor-group-container.active .monaco-list-row');
        return (await lines.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    }
}
