import assert from 'node:assert/strict';
import fs from 'node:fs';
import { until } from '../until.mjs';

export const program = 'crash';

const THE_SAME = 'The program that the core file names';

/** A core file becomes a page and the text that it is made of, by the program that it names or another one; of what is no core file, a sentence tells. */
export default async function ({ vscode, workspace, picture }) {
    fs.copyFileSync(fs.realpathSync('/usr/bin/python3'), workspace.path('python'));
    workspace.run('gdb', '-nx', '-q', '-batch', '-ex', 'run', '-ex', 'generate-core-file core', '--args', './python', 'main.py');
    const line = workspace.line('crash.c', '@crash');
    await report(vscode, workspace.path('core'), THE_SAME);
    const text = await page(vscode, /SIGSEGV in now/);
    assert.ok(text.includes(`SIGSEGV in now (crash.c:${line})`));
    assert.match(text, /MainThread.*, which crashed/);
    assert.match(text, /careless +\S+main\.py:\d+/);
    assert.match(text, /victim\s+\{'name': 'victim'\}/);
    await picture('crash-report.png');

    fs.copyFileSync(workspace.path('python'), workspace.path('moved'));
    await report(vscode, workspace.path('core'), 'Another file…');
    await choose(vscode, workspace.path('moved'), () => vscode.input.waitFor({ state: 'hidden', timeout: 10_000 }));
    assert.match(await page(vscode, /workspace\/moved/), /careless +\S+main\.py:\d+/);

    await report(vscode, workspace.path('main.py'), THE_SAME);
    const { buttons } = await vscode.notification(/There is no report: '.*main\.py' is not a core file/);
    assert.deepEqual(buttons, ['Choose Another File…']);
    await picture('no-core-file.png');
}

async function report(vscode, core, program) {
    await vscode.command('Twinstack: Report a Crash from a Core File…');
    await choose(vscode, core, () => vscode.pick(program, 10));
}

/** Types a path into VS Code's own dialog for files; `taken` does what can be done behind it. */
async function choose(vscode, file, taken) {
    await until(`${file} to be taken`, async () => { // while the folder is listed its name comes back into the field
        await vscode.input.fill(file);
        await vscode.press('Enter');
        await taken();
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
