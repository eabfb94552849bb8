import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';

export const program = 'example';

/** A breakpoint in the gutter of a Python file: it stops there each time, and a value of Python opens into its structure in C. */
export default async function (scene) {
    const { vscode } = scene;
    const ask = await runTo(scene, 'order.py', '@ask');
    assert.equal((await vscode.callStack.frames())[0].name, 'bulk_price');
    assert.equal(await vscode.editors.currentLine('order.py'), ask);
    await vscode.variables.shows(['Locals', 'amount'], '2.55');
    await vscode.variables.open('Locals', 'item');
    await vscode.variables.shows(['Locals', 'item', 'name'], "'bolt M4'");
    await vscode.variables.open('Locals', 'item', '[C view]');
    await vscode.variables.shows(['Locals', 'item', '[C view]', 'ob_type'], /Item/);

    await vscode.debugging.continue();
    await vscode.variables.shows(['Locals', 'amount'], '7.9');
    await vscode.editors.toggleBreakpoint('order.py', ask);
    assert.deepEqual(await vscode.editors.breakpoints('order.py'), []);
    await vscode.debugging.continue();
    await vscode.debugging.ended();
}
