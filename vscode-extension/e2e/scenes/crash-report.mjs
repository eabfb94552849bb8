import assert from 'node:assert/strict';
import fs from 'node:fs';
import { until } from '../until.mjs';

export const program = 'fatal';

const THE_SAME = 'The program that the core file names';
const DIE = /die +\S+main\.py:\d+/;

/** A core file becomes a page and the text that it is made of, by the program that it names or another one; the page tells of a program that is gone, a sentence of a core file that was cut off or is none. */
export default async function ({ vscode, workspace, picture }) {
    fs.copyFileSync(fs.realpathSync('/usr/bin/python3'), workspace.path('python'));
    workspace.run('gdb', '-nx', '-q', '-batch', '-ex', 'run', '-ex', 'generate-core-file core', '--args', './python', 'main.py', 'null_object');
    const line = workspace.line('fatal.c', '@null_object');
    await report(vscode, workspace.path('core'), THE_SAME);
    const text = await page(vscode, /Likely cause: A PyObject \* that is NULL was followed/);
    assert.ok(text.includes(`SIGSEGV in null_object (fatal.c:${line})`));
    assert.ok(text.includes(`price (PyObject *) is NULL in null_object (fatal.c:${line})`));
    assert.match(text, /MainThread.*, which crashed/);
    assert.match(text, DIE);
    assert.match(text, /prices\s+\{'bolt': 0\.25\}/);
    await picture('crash-report.png');

    fs.copyFileSync(workspace.path('core'), workspace.path('cut'));
    fs.truncateSync(workspace.path('cut'), Math.floor(fs.statSync(workspace.path('core')).size / 3));
    await report(vscode, workspace.path('cut'), THE_SAME);
    await vscode.notification(/There is no report: The core file '\S+cut' is truncated: \d+ bytes are expected, and it has \d+/);
    await vscode.clearNotifications();

    fs.copyFileSync(workspace.path('python'), workspace.path('moved'));
    await report(vscode, workspace.path('core'), 'Another file…');
    await choose(vscode, workspace.path('moved'), 'Use');
    assert.match(await page(vscode, /workspace\/moved/), DIE);

    fs.rmSync(workspace.path('python'));
    await report(vscode, workspace.path('core'), THE_SAME);
    await page(vscode, /The program '\S+python' of the core file is not there/);

    await report(vscode, workspace.path('main.py'), THE_SAME);
    const { buttons } = await vscode.notification(/There is no report: '.*main\.py' is not a core file/);
    assert.deepEqual(buttons, ['Choose Another File…']);
    await picture('no-core-file.png');
}

async function report(vscode, core, program) {
    await vscode.command('Twinstack: Report a Crash from a Core File…');
    await choose(vscode, core, 'Report');
    await vscode.pick(program);
}

/** Types a path into VS Code's own dialog for files, which is known by its button, until that goes. */
async function choose(vscode, file, button) {
    const dialog = vscode.page.locator('.quick-input-widget').getByRole('button', { name: button, exact: true });
    await dialog.waitFor();
    await until(`${file} to be taken`, async () => { // while the folder is listed its name comes back into the field
        if (await dialog.isHidden()) return true;
        await vscode.fill(file, 2);
        await vscode.input.press('Enter', { timeout: 2000 });
        await dialog.waitFor({ state: 'hidden', timeout: 2000 });
        return true;
    });
}

/** The text of the page, when it has a match. */
async function page(vscode, expression) {
    return until(`a report with ${expression}`, async () => {
        const text = await vscode.editors.pageText();
        if (expression.test(text)) return text;
        throw new Error(`${text}; notifications: ${await vscode.notifications()}`);
    });
}
