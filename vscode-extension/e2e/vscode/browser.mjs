import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PATIENCE } from '../until.mjs';
import { Window } from './window.mjs';

const SIZE = { width: 1400, height: 1300 }; // lists draw only what is in view: high enough for a merged stack

/** Debian's Chromium, which reaches this machine and no other; its windows share one cache. */
export class Browser {
    static async start(home) {
        const { chromium } = createRequire(path.join(home, 'package.json'))('playwright-core');
        const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'twinstack-e2e-chromium.'));
        const context = await chromium.launchPersistentContext(profile, {
            executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
            headless: true,
            viewport: SIZE,
            env: { ...process.env, XDG_CONFIG_HOME: profile },
            args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
                '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
        });
        context.setDefaultTimeout(PATIENCE * 1000);
        return new Browser(context, profile);
    }

    constructor(context, profile) {
        this.context = context;
        this.profile = profile;
    }

    /** VS Code on a folder, in a window of its own. */
    async open(server, folder) {
        return Window.open(await this.context.newPage(), `${server.url}/?folder=${encodeURI(folder)}`, path.join(folder, '../started'));
    }

    async stop() {
        await this.context.close();
        fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
    }
}
