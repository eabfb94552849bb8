import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'state';

/** A window that is reloaded while a breakpoint on a reference count is set shows it again, and takes it away before the next program sees that address. */
export default async function ({ vscode, workspace }) {
    const count = workspace.line('state.c', '@count');
    await vscode.editors.breakAt('state.c', count);
    await vscode.editors.open('main.py');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('state.c', count);
    await vscode.variables.menu(['Locals', 'value'], 'Break When Reference Count Changes');
    const breakpoints = vscode.page.locator('.debug-breakpoints').first();
    await vscode.fold('Breakpoints', false);
    await until('it among the breakpoints', async () => /refs:0x/.test(await breakpoints.innerText()));

    await vscode.page.reload();
    await vscode.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await vscode.editors.open('main.py');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('state.c', count);
    await vscode.fold('Breakpoints', false);
    assert.match(await breakpoints.innerText(), /state\.c/);
    assert.doesNotMatch(await breakpoints.innerText(), /refs:0x/);
    await vscode.debugging.continue();
    await vscode.debugging.ended();
}
