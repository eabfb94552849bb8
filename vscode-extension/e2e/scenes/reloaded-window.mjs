import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'state';

/** A breakpoint on a reference count that VS Code has kept over a reload of the window is gone before the next program sees its address; the others stay. */
export default async function ({ vscode, workspace }) {
    const count = workspace.line('state.c', '@count');
    await stopAt(vscode, count, () => vscode.editors.breakAt('state.c', count));
    await vscode.variables.menu(['Locals', 'value'], 'Break When Reference Count Changes');
    await until('it among the breakpoints', async () => /refs:0x/.test(await vscode.debugging.lastBreakpoints()));

    await vscode.reload();
    await vscode.editors.open('state.c');
    await until('the breakpoint on the line', async () => (await vscode.editors.breakpoints('state.c')).includes(count));
    await stopAt(vscode, count, () => vscode.editors.open('main.py'));
    const last = await until('the breakpoint on the line, above which that one stood', async () => {
        const shown = await vscode.debugging.lastBreakpoints();
        return /state\.c/.test(shown) && shown;
    });
    assert.doesNotMatch(last, /refs:0x/);
    await vscode.debugging.stop();
}

async function stopAt(vscode, line, prepare) {
    await prepare();
    await vscode.editors.open('main.py');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('state.c', line);
}
