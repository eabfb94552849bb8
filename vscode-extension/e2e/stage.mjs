import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Browser } from './vscode/browser.mjs';
import { Server } from './vscode/server.mjs';
import { Workspace } from './workspace.mjs';

const LIMIT = 240; // seconds that a scene may take
const LAST_LINES = 12; // of dap.log that are printed
const LONGEST = 1500; // characters of an error
const WIDTH = 200; // characters of a line that is printed
const COMPANIONS = [['recorder', 'twinstack-e2e.recorder-1.0.0'], ['python-extension', 'ms-python.python-1.0.0'], ['memory-viewer', 'ms-vscode.hexeditor-1.0.0']]; // extensions beside ours

/** One server and one browser for all scenes. A scene has a window, a workspace and files of its own, in target/e2e/NAME. */
export class Stage {
    static async open(options) {
        const stage = new Stage(options);
        fs.mkdirSync(stage.extensions, { recursive: true });
        for (const [folder, name] of COMPANIONS) fs.cpSync(path.join(import.meta.dirname, folder), path.join(stage.extensions, name), { recursive: true });
        const installation = { home: stage.home, extensions: stage.extensions };
        Server.install({ ...installation, folder: path.join(stage.target, 'installing'), vsix: path.resolve(options.vsix) });
        [stage.server, stage.browser] = await Promise.all([Server.start({ ...installation, folder: path.join(stage.target, 'server') }), Browser.start(stage.home)]);
        return stage;
    }

    constructor({ home, target, pictures }) {
        this.home = home;
        this.target = target;
        this.extensions = path.join(target, 'extensions');
        this.pictures = pictures;
    }

    /** Plays a scene in a folder of this name; gives what a reader needs of a failure, or nothing. A scene that exports `server` gets a server of its own with these properties. */
    async play(name, scene, { program, launch, settings, server: own }) {
        const folder = path.join(this.target, name);
        fs.rmSync(folder, { recursive: true, force: true });
        fs.mkdirSync(folder, { recursive: true });
        let server, window, timer;
        try {
            const workspace = new Workspace(path.join(folder, 'workspace'), { program, launch, settings });
            server = own && await Server.start({ home: this.home, extensions: this.extensions, folder: path.join(folder, 'server'), ...own });
            window = await this.browser.open(server ?? this.server, workspace.folder);
            const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`the scene took more than ${LIMIT} s`)), LIMIT * 1000); });
            await Promise.race([scene({ vscode: window, workspace, picture: (file, options) => this.#picture(window, file, options) }), late]);
        } catch (error) {
            return await this.#evidence(folder, window, error);
        } finally {
            clearTimeout(timer);
            await window?.close();
            await server?.stop();
        }
    }

    /** Takes a picture, when pictures are wanted; one that the README or the walkthrough shows takes the place of the last. */
    async #picture(window, file, options) {
        if (!this.pictures) return;
        const taken = path.join(this.target, file), shown = path.join(import.meta.dirname, '../images', file);
        await window.picture(taken, options);
        if (fs.existsSync(shown)) fs.copyFileSync(taken, shown);
    }

    /** Keeps a screenshot, and gives in few lines what a reader of a long log needs: the error and where in the scene, what was on the screen, and the last DAP messages. */
    async #evidence(folder, window, error) {
        const screenshot = path.join(folder, 'failure.png');
        await window?.page.screenshot({ path: screenshot, timeout: 10_000 }).catch(() => undefined);
        const lines = error.stack.split('\n');
        const places = lines.filter(line => line.includes(import.meta.dirname) && !line.includes('/until.mjs')).map(line => line.replace(`file://${import.meta.dirname}/`, '').trim());
        const seen = await window?.seen().catch(({ message }) => [`nothing can be read: ${message}`]) ?? [];
        const file = path.join(folder, 'dap.log');
        const messages = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LAST_LINES) : [];
        const cut = texts => texts.map(text => text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text);
        return [stripVTControlCharacters(error.message).slice(0, LONGEST), ...cut(places), '--- on the screen', ...cut(seen), '--- the last messages', ...cut(messages), `--- more in ${folder}`].join('\n');
    }

    async close() {
        await this.browser.stop();
        await this.server.stop();
    }
}
