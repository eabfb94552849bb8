import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'crash';

/** A core file becomes a report in Markdown. */
export default async function ({ vscode, workspace, picture }) {
    workspace.run('gdb', '-nx', '-q', '-batch', '-ex', 'run', '-ex', 'generate-core-file core', '--args', '/usr/bin/python3', 'main.py');
    await report(vscode, workspace.path('core'));
    await until('the report', async () => /Crash of core/.test(await vscode.editors.text()), 60);
    await until('all of the report', async () => /victim/.test(await vscode.editors.text()));
    const text = await vscode.editors.text();
    assert.match(text, /SIGSEGV/);
    assert.match(text, /MainThread.*, which crashed/);
    assert.match(text, /now {2,}[^]*?crash\.c:\d+/);
    assert.match(text, /careless {2,}[^]*?main\.py:\d+/);
    assert.match(text, /victim.*'name': 'victim'/);
    await picture('crash-report.png');
    await vscode.debugging.ended();
}

async function report(vscode, core) {
    await vscode.command('Twinstack: Report a Crash from a Core File…');
    await until('the file to be taken', async () => { // while the folder is listed its name comes back into the field
        await vscode.input.fill(core);
        await vscode.press('Enter');
        await vscode.pick('The program that the core file names', 3);
        return true;
    });
}
