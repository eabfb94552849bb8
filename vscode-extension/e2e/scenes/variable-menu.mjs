import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'state';

/** A variable's context menu: the object in C, what C points at in Python, and a stop when its reference count changes. */
export default async function (scene) {
    const { vscode, picture } = scene;
    await runTo(scene, 'state.c', '@count', 'main.py');

    await vscode.variables.menu(['Locals', 'value'], 'Open C View');
    const fields = await until('the fields of the struct', async () => {
        const rows = await vscode.viewRows('Twinstack: Object');
        return rows.length > 2 && rows;
    });
    assert.match(fields[0], /^value in C/);
    assert.ok(fields.some(row => /^ob_type/.test(row)), fields.join('\n'));
    await picture('c-view.png');

    await vscode.variables.menu(['Locals', 'context'], 'Open Python View');
    await until('the object behind a void *', async () => {
        const rows = await vscode.viewRows('Twinstack: Object');
        return /^context in Python.*<Order at/.test(rows[0]) && rows.some(row => /^number.*7/.test(row));
    });

    await vscode.variables.menu(['Locals', 'value'], 'Break When Reference Count Changes');
    await until('it among the breakpoints', async () => /refs:0x/.test(await vscode.debugging.lastBreakpoints()));
    await vscode.debugging.continue();
    await vscode.callStack.says(/data breakpoint/i);
    await until('an empty view', async () => (await vscode.viewRows('Twinstack: Object')).length === 0);
    await picture('reference-count.png');

    await vscode.debugging.stop();
    await until('the breakpoint gone with its session', async () => !/refs:0x/.test(await vscode.debugging.lastBreakpoints()));
}
