import fs from 'node:fs';
import { PATIENCE, until } from '../until.mjs';
import { CallStack } from './callStack.mjs';
import { Debugging } from './debugging.mjs';
import { DebugConsole } from './debugConsole.mjs';
import { Editors } from './editors.mjs';
import { Variables } from './variables.mjs';

const PICTURE = { width: 1600, height: 860 };
const SIDE_BAR = 430; // pixels that a picture gives to the side bar: enough for a thread's name and how it stands
const BESIDE_TOOLBAR = 80; // pixels to its right, where editors have their own buttons

/** One window of VS Code, as a user sees it: its parts, its palette, its notifications. `started` is the file by which the recorder tells that VS Code has started its extensions. */
export class Window {
    static async open(page, url, started) {
        const window = new Window(page, started);
        await page.goto(url);
        await window.#ready();
        await page.locator('.part.sidebar .explorer-folders-view .monaco-list-row').first().waitFor();
        return window;
    }

    constructor(page, started) {
        this.page = page;
        this.started = started;
        this.messages = []; // of the browser's console
        page.on('console', message => this.messages.push(`${message.type()}: ${message.text()}`));
        page.on('pageerror', error => this.messages.push(`error: ${error.message}`));
        this.editors = new Editors(this);
        this.debugging = new Debugging(this);
        this.callStack = new CallStack(this);
        this.variables = new Variables(this, '.debug-variables');
        this.watch = new Variables(this, '.debug-watch');
        this.console = new DebugConsole(this);
    }

    /** Waits until VS Code has started its extensions: F5 does nothing before. */
    async #ready() {
        await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
        await until('the extensions to start', () => fs.existsSync(this.started));
    }

    /** Loads the window anew. */
    async reload() {
        fs.rmSync(this.started);
        await this.page.reload();
        await this.#ready();
    }

    /** The rows of a view that an extension contributes, from top to bottom, as texts. */
    async viewRows(title) {
        const pane = this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: title }) });
        return pane.locator('.monaco-list-row').evaluateAll(rows => rows.sort((a, b) => a.dataset.index - b.dataset.index).map(row => row.textContent.trim()));
    }

    /** Opens or folds a section of the side bar by its title. */
    async fold(title, folded = true) {
        const header = this.page.locator('.part.sidebar .pane-header', { hasText: title }).first();
        const done = async () => await header.getAttribute('aria-expanded') === String(!folded);
        if (!await done()) await header.click();
        await until(`${title} to be ${folded ? 'folded' : 'open'}`, done);
    }

    async press(key) {
        await this.page.keyboard.press(key);
    }

    /** Presses a key, again and again, until what a screen reader says of the row with the keyboard's focus has a match; gives that. */
    async pressTo(key, expression) {
        return until(`a row ${expression} by ${key}`, async () => {
            const before = await this.#spokenRow();
            if (expression.test(before)) return before;
            await this.press(key);
            await until(`another row than "${before}"`, async () => await this.#spokenRow() !== before, 1);
        });
    }

    /** The label of the row that has the keyboard's focus. */
    async #spokenRow() {
        return this.page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.getAttribute('aria-label'));
    }

    /** Runs a command by its title in the palette. */
    async command(title) {
        await this.#quickInput('F1', `>${title}`, title);
    }

    /** Opens quick open with `text` and takes the entry that is exactly `label`. */
    async quickOpen(text, label) {
        await this.#quickInput('Control+P', text, label);
    }

    async #quickInput(key, text, label) {
        await until(`"${label}" among the picks for "${text}"`, async () => { // the list comes in parts
            await this.press(key);
            try {
                await this.input.fill(text, { timeout: 5000 });
                await this.pick(label, 5);
            } catch (error) {
                await this.press('Escape');
                throw error;
            }
            return true;
        });
    }

    /** The text field of the quick input that is open. */
    get input() {
        return this.page.locator('.quick-input-widget .quick-input-box input');
    }

    /** Takes the entry with exactly this label, or one that the regular expression fits, in the quick input that is open. */
    async pick(label, seconds = PATIENCE) {
        const exact = label instanceof RegExp ? label : new RegExp(`^\\s*${label.replace(/[^\w ]/g, '\\$&')}\\s*$`, 'i');
        const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ has: this.page.locator('.label-name', { hasText: exact }) }).first();
        await row.click({ timeout: seconds * 1000 });
    }

    /** What the quick input that is open offers: { label, description, detail } of those in view. */
    async picks() {
        return this.page.locator('.quick-input-list .monaco-list-row').evaluateAll(rows => rows.map(row => ({
            label: row.querySelector('.label-name')?.textContent, description: row.querySelector('.label-description')?.textContent,
            detail: row.querySelector('.quick-input-list-label-meta')?.textContent,
        })));
    }

    /** Clicks an entry of the context menu that is open. */
    async menu(label) {
        const entry = this.page.locator('.context-view .action-menu-item', { hasText: label }).first();
        await entry.waitFor();
        await until(`the menu to take "${label}"`, async () => { // it takes no click in its first tenth of a second
            if (await entry.isVisible()) await entry.click({ timeout: 1000 });
            return !await entry.isVisible();
        });
    }

    async notifications() {
        return this.page.locator('.notification-list-item-message').allInnerTexts();
    }

    /** Waits for a notification that has a match; gives { text, buttons }. */
    async notification(expression, seconds) {
        const item = this.page.locator('.notification-list-item', { hasText: expression }).first();
        await until(`a notification ${expression}`, async () => {
            if (await item.isVisible()) return true;
            throw new Error(`notifications: ${JSON.stringify(await this.notifications())}`);
        }, seconds);
        const buttons = await item.locator('.monaco-button').allInnerTexts();
        return { text: await item.locator('.notification-list-item-message').innerText(), buttons: buttons.map(text => text.trim()).filter(Boolean) };
    }

    /** Pushes a button of a notification. */
    async push(button) {
        await this.page.locator('.notification-list-item .monaco-button', { hasText: button }).click();
    }

    /** Waits for a setting, by its name, in the editor of settings. */
    async setting(name) {
        await this.page.locator('.settings-editor .setting-item-label', { hasText: name }).waitFor();
    }

    /** The modal dialog: { text, buttons }. */
    async dialog() {
        const box = this.page.locator('.monaco-dialog-box');
        await box.waitFor();
        const buttons = await box.locator('.dialog-buttons .monaco-button').allInnerTexts();
        return { text: (await box.locator('.dialog-message-container').innerText()).trim(), buttons: buttons.map(text => text.trim()).filter(Boolean) };
    }

    /** Pushes a button of the modal dialog, which goes. */
    async answerDialog(button) {
        const box = this.page.locator('.monaco-dialog-box');
        await box.locator('.dialog-buttons .monaco-button', { hasText: button }).first().click();
        await box.waitFor({ state: 'hidden' });
    }

    /** Writes what stands on a smaller screen to a file, once nothing moves: two pictures in a row are the same. `panel`: with the Debug Console. */
    async picture(file, { panel = false } = {}) {
        const size = this.page.viewportSize();
        const hides = !panel && await this.page.locator('.part.panel').isVisible();
        if (hides) await this.press('Control+J');
        await this.page.setViewportSize(PICTURE);
        await until('VS Code in its new size', async () => {
            const { y, height } = await this.page.locator('.part.statusbar').boundingBox();
            return y + height <= PICTURE.height;
        });
        if (await this.debugging.toolbar.isVisible()) {
            await this.#widen();
            await this.#uncoverTabs();
        }
        await this.page.mouse.move(2, 2);
        let before;
        await until('a screen that stands still', async () => {
            const now = await this.page.screenshot({ path: file });
            const same = before?.equals(now);
            before = now;
            return same;
        });
        await this.page.setViewportSize(size);
        if (hides) await this.press('Control+J');
    }

    /** Drags the edge of the side bar, unless it is wide already. */
    async #widen() {
        const { x, y, width, height } = await this.page.locator('.part.sidebar').boundingBox();
        if (width >= SIDE_BAR) return;
        await this.page.mouse.move(x + width, y + height / 2);
        await this.page.mouse.down();
        await this.page.mouse.move(x + SIDE_BAR, y + height / 2, { steps: 5 });
        await this.page.mouse.up();
    }

    /** Drags the toolbar, which stands over the names of files at first, to the other end of their row; by events, as Chromium takes the mouse's for a drop of its own. */
    async #uncoverTabs() {
        const { x, width } = await this.debugging.toolbar.boundingBox();
        await this.debugging.toolbar.locator('.drag-area').evaluate((handle, by) => {
            for (const [type, clientX] of [['mousedown', 0], ['mousemove', by], ['mouseup', by]]) handle.dispatchEvent(new MouseEvent(type, { clientX, bubbles: true }));
        }, PICTURE.width - BESIDE_TOOLBAR - x - width);
    }

    async close() {
        await this.page.close();
    }
}
