// Looks at a crash report as a page, in Chromium without scripts:  report-page.mjs --home DIRECTORY --page FILE
// DIRECTORY is what install.sh prints; FILE is of report-page.json. What it looked like is in target/report-page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const TARGET = path.join(import.meta.dirname, '../target/report-page');
const ENOUGH = 4.5; // contrast of text, by WCAG 2.1, 1.4.3
const NARROW = { width: 360, height: 800 };

const { values: options } = parseArgs({ options: { home: { type: 'string' }, page: { type: 'string' } } });
const { chromium } = createRequire(path.join(options.home, 'package.json'))('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
fs.mkdirSync(TARGET, { recursive: true });

/** Opens the page; whatever it asks for besides, or complains of, is in `asked`. */
async function opened(colorScheme, asked) {
    const context = await browser.newContext({ colorScheme, javaScriptEnabled: false, viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    const url = pathToFileURL(options.page).href;
    page.on('request', request => request.url() === url || asked.push(request.url()));
    page.on('console', message => asked.push(message.text()));
    await page.goto(url);
    return page;
}

/** The texts whose contrast to what is behind them is too small. */
function pale(enough) {
    const channels = color => color.match(/[\d.]+/g).map(Number);
    const light = color => channels(color).slice(0, 3).map(each => each / 255).map(each => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
        .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = element => {
        for (let each = element; each; each = each.parentElement) {
            const color = getComputedStyle(each).backgroundColor;
            if (channels(color)[3] !== 0) return color;
        }
        return 'rgb(255, 255, 255)';
    };
    const texts = [...document.body.querySelectorAll('*')].filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
    return texts.filter(each => {
        const [low, high] = [light(getComputedStyle(each).color), light(behind(each))].sort((one, other) => one - other);
        return (high + 0.05) / (low + 0.05) < enough;
    }).map(each => each.textContent);
}

const checks = {
    async 'shows what happened, the likely cause and the frame that crashed'(page) {
        await page.getByRole('heading', { level: 1, name: 'SIGSEGV in total (pricing.c:37)' }).waitFor();
        await page.getByRole('heading', { level: 2, name: 'Likely cause: A PyObject * that is NULL was followed.' }).waitFor();
        assert.equal(await page.locator('mark').first().innerText(), '   37  Py_INCREF(item);');
        assert.ok(await page.getByRole('cell', { name: 'PyObject *', exact: true }).isVisible());
    },
    async 'opens frames, threads and machinery by mouse and by keys'(page) {
        const local = page.getByRole('cell', { name: "['bolt']" });
        assert.equal(await local.isVisible(), false);
        await page.locator('summary', { hasText: 'test_total' }).click();
        assert.ok(await local.isVisible());
        const machinery = page.locator('summary', { hasText: '2 frames of CPython' });
        await machinery.focus();
        await page.keyboard.press('Enter');
        assert.ok(await page.getByText('PyObject_Vectorcall').isVisible());
        await page.locator('summary', { hasText: 'worker' }).click();
        assert.ok(await page.getByText('wait_for_work').isVisible());
    },
    async 'has text that can be read against what is behind it'(page) {
        await page.evaluate(() => document.querySelectorAll('details').forEach(each => { each.open = true; }));
        assert.deepEqual(await page.evaluate(pale, ENOUGH), []);
    },
    async 'is not wider than a phone'(page) {
        await page.setViewportSize(NARROW);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= NARROW.width);
    },
};

let failed = 0;
const papers = new Set();
for (const scheme of ['light', 'dark']) {
    for (const [name, check] of Object.entries(checks)) {
        const asked = [];
        const page = await opened(scheme, asked);
        try {
            await check(page);
            assert.deepEqual(asked, []);
            console.log(`passed  a report ${name} (${scheme})`);
        } catch (failure) {
            failed++;
            console.log(`FAILED  a report ${name} (${scheme})\n${failure.stack}`);
        }
        papers.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
        await page.screenshot({ path: path.join(TARGET, `${scheme}.png`), fullPage: true });
        await page.context().close();
    }
}
await browser.close();
if (papers.size !== 2) console.log(`FAILED  a report has a light and a dark side: ${[...papers]}`);
process.exitCode = failed || papers.size !== 2 ? 1 : 0;
