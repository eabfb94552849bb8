import { until } from '../until.mjs';

/** Starting by key, all else by the toolbar, whose buttons tell when VS Code knows that the program stands and whatever has the focus. */
export class Debugging {
    constructor(window) {
        this.window = window;
        this.toolbar = window.page.locator('.debug-toolbar');
    }

    /** F5, and the Run and Debug view in front. */
    async start() {
        await this.window.press('F5');
        await this.#started();
    }

    /** Starts the configuration of launch.json with this name. */
    async startConfiguration(name) {
        await this.window.quickOpen(`debug ${name}`, name);
        await this.#started();
    }

    async #started() {
        await until('a session, or a reason why there is none', async () =>
            await this.toolbar.isVisible() || (await this.window.notifications()).length || await this.window.page.locator('.monaco-dialog-box').isVisible());
        if (await this.toolbar.isVisible()) await this.showView();
    }

    /** The trees of the Run and Debug view are in the page only while it is shown. */
    async showView() {
        const tree = this.window.page.locator('.debug-call-stack').first();
        if (!await tree.isVisible()) await this.window.command('View: Show Run and Debug');
        await tree.waitFor();
        for (const title of ['Watch', 'Breakpoints']) await this.window.fold(title); // room for a long stack
    }

    /** Ticks a filter of exceptions in the Breakpoints view. */
    async tickExceptions(filter) {
        await this.window.fold('Breakpoints', false);
        const row = this.window.page.locator('.debug-breakpoints .monaco-list-row').filter({ has: this.window.page.getByText(filter, { exact: true }) });
        await row.locator('input[type=checkbox], .monaco-checkbox').first().check();
    }

    /** The text of the Breakpoints view at its end; it draws what is in view alone. */
    async lastBreakpoints() {
        await this.window.fold('Breakpoints', false);
        const list = this.window.page.locator('.debug-breakpoints').first();
        await list.hover();
        await this.window.page.mouse.wheel(0, 5000);
        return list.innerText();
    }

    async continue() { await this.#push('Continue'); }
    async stepOver() { await this.#push('Step Over'); }
    async stepInto() { await this.#push('Step Into'); }
    async stepOut() { await this.#push('Step Out'); }

    /** Pushes a button of the toolbar as soon as there is something to push it for. */
    async #push(label) {
        await this.toolbar.locator(`.action-item:not(.disabled) a[aria-label^="${label}"]:not(.disabled)`).first().click();
    }

    get #end() {
        return this.toolbar.locator('a[aria-label^="Stop"], a[aria-label^="Disconnect"]').first();
    }

    /** Waits until the button that ends the session is called so. */
    async endsBy(label) {
        await this.toolbar.locator(`a[aria-label^="${label}"]`).waitFor();
    }

    async stop() {
        await this.#end.click();
        await this.ended();
    }

    /** Waits until no session is left. */
    async ended() {
        await this.toolbar.waitFor({ state: 'hidden' });
    }
}
