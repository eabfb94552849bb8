import assert from 'node:assert/strict';
import fs from 'node:fs';
import { until } from '../until.mjs';

export const program = 'crash';

const THE_SAME = 'The program that the core file names';

/** A core file becomes a report in Markdown, by the program that it names or another one; of what is no core file, a sentence tells. */
export default async function ({ vscode, workspace, picture }) {
    fs.copyFileSync(fs.realpathSync('/usr/bin/python3'), workspace.path('python'));
    workspace.run('gdb', '-nx', '-q', '-batch', '-ex', 'run', '-ex', 'generate-core-file core', '--args', './python', 'main.py');
    await report(vscode, workspace.path('core'), THE_SAME);
    const text = await crash(vscode);
    assert.match(text, /SIGSEGV/);
    assert.match(text, /MainThread.*, which crashed/);
    assert.match(text, /now {2,}[^]*?crash\.c:\d+/);
    assert.match(text, /careless {2,}[^]*?main\.py:\d+/);
    await picture('crash-report.png');

    fs.copyFileSync(workspace.path('python'), workspace.path('another'));
    await report(vscode, workspace.path('core'), 'Another file…');
    await choose(vscode, workspace.path('another'), () => vscode.input.waitFor({ state: 'hidden', timeout: 10_000 }));
    assert.match(await crash(vscode, /`another`/), /careless {2,}[^]*?main\.py:\d+/);

    await report(vscode, workspace.path('main.py'), THE_SAME);
    await vscode.notification(/There is no report of .*main\.py: .* is not a core file/);
    await picture('no-core-file.png');
    await vscode.debugging.ended();
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

/** The text of the report, when all of it is there. */
async function crash(vscode, core = /Crash of core/) {
    await until('the report', async () => {
        const text = await vscode.editors.text();
        if (core.test(text) && /victim.*'name': 'victim'/.test(text)) return true;
        throw new Error(`${text}; notifications: ${await vscode.notifications()}`);
    });
    return vscode.editors.text();
}
