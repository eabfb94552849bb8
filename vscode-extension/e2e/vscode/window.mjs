import fs from 'node:fs';
import { PATIENCE, until } from '../until.mjs';
import { CallStack } from './callStack.mjs';
import { Debugging } from './debugging.mjs';
import { DebugConsole } from './debugConsole.mjs';
import { Editors } from './editors.mjs';
import { Rows } from './rows.mjs';
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
        this.rows = new Rows(page);
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

    /** A section of the side bar by its title. */
    #pane(title) {
        return this.page.locator('.part.sidebar .pane', { has: this.page.locator('.pane-header .title').filter({ hasText: new RegExp(`^${title}$`) }) });
    }

    /** The rows of a view that an extension contributes, from top to bottom, as texts. */
    async viewRows(title) {
        return this.#pane(title).locator('.monaco-list-row').evaluateAll(rows => rows.sort((a, b) => a.dataset.index - b.dataset.index).map(row => row.textContent.trim()));
    }

    /** Opens or folds a section of the side bar by its title. */
    async fold(title, folded = true) {
        const header = this.#pane(title).locator('.pane-header').first();
        const done = async () => await header.getAttribute('aria-expanded', { timeout: 2000 }) === String(!folded);
        await until(`${title} to be ${folded ? 'folded' : 'open'}`, async () => { // sections move while VS Code lays out what a session brings
            if (!await done()) await header.click({ timeout: 2000 });
            return done();
        });
    }

    /** What is on the screen, for who reads of a failure: the row that has the keyboard's focus, what was told, the sections of the side bar with their rows, the end of the browser's console. */
    async seen() {
        const sections = await this.page.locator('.part.sidebar .pane:has(.monaco-list-row)').evaluateAll(panes => panes.map(pane => {
            const rows = [...pane.querySelectorAll('.monaco-list-row')].sort((a, b) => a.dataset.index - b.dataset.index);
            return `${pane.querySelector('.pane-header')?.textContent.trim()}: ${rows.map(row => row.textContent.trim().slice(0, 40)).join(' | ')}`;
        }));
        return [`focus: ${JSON.stringify(await this.rows.focused())}`, `notifications: ${JSON.stringify(await this.notifications())}`, ...sections, ...this.messages.slice(-2)];
    }

    /** Waits until a section of the side bar has the keyboard's focus. */
    async focusIn(title) {
        await until(`the focus in ${title}`, () => this.#pane(title).evaluate(pane => pane.contains(document.activeElement)));
    }

    /** Gives the keyboard's focus to a view of the Run and Debug side bar. */
    async focus(title) {
        await this.command(`Run and Debug: Focus on ${title} View`);
        await this.focusIn(title);
    }

    async press(key) {
        await this.page.keyboard.press(key);
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
                await this.fill(text, 5);
                await this.pick(label, 5);
                return true;
            } catch (error) {
                if (await this.input.isVisible()) await this.press('Escape');
                throw error;
            }
        });
    }

    /** The text field of the quick input that is open. */
    get input() {
        return this.page.locator('.quick-input-widget .quick-input-box input');
    }

    /** Writes into the quick input that is open; in one go, as an editor that gets the focus meanwhile would get the text. */
    async fill(text, seconds = PATIENCE) {
        await this.input.waitFor({ timeout: seconds * 1000 });
        await this.input.evaluate((field, text) => {
            field.focus();
            if (document.activeElement !== field) throw new Error('the quick input has closed');
            field.select();
            document.execCommand('insertText', false, text);
        }, text, { timeout: seconds * 1000 });
    }

    /** Takes the entry with exactly this label, or one that the regular expression fits, in the quick input that is open. */
    async pick(label, seconds = PATIENCE) {
        const exact = label instanceof RegExp ? label : new RegExp(`^\\s*${label.replace(/[^\w ]/g, '\\$&')}\\s*$`, 'i');
        const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ has: this.page.locator('.label-name', { hasText: exact }) }).first();
        await this.take(row, seconds);
    }

    /** Takes an entry of the quick input, and waits until it is gone: the quick input is closed, or asks for something else. */
    async take(row, seconds = PATIENCE) {
        await row.click({ timeout: seconds * 1000 });
        await row.waitFor({ state: 'hidden', timeout: seconds * 1000 });
        await this.page.evaluate(() => new Promise(done => { setTimeout(done); })); // until its own timers have run, VS Code takes keys for those of a quick input that is closed
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

    /** Takes all notifications away. */
    async clearNotifications() {
        await this.command('Notifications: Clear All Notifications');
        await until('no notifications', async () => (await this.notifications()).length === 0);
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
    async dialog(seconds = PATIENCE) {
        const box = this.page.locator('.monaco-dialog-box');
        await box.waitFor({ timeout: seconds * 1000 });
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
