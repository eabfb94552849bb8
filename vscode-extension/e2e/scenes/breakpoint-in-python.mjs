import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'example';

/**
 * A breakpoint in the gutter of a Python file: it stops there each time, and a value of Python opens into its structure in C. Values stand behind the lines of the
 * function in which the program stands, up to there; hovers know what leads to a word.
 */
export default async function (scene) {
    const { vscode, workspace, picture } = scene;
    const ask = await runTo(scene, 'order.py', '@ask');
    const [top] = await vscode.callStack.stopsAt('order.py', ask);
    assert.equal(top.name, 'bulk_price');
    await vscode.editors.arrowAt('order.py', ask);
    await until('values behind the lines', async () => {
        const text = await vscode.editors.text();
        if (/discount = 0\.15, item\.quantity = 12/.test(text) && /amount = 2\.55, item\.quantity = 12, item\.price = 0\.25/.test(text)) return true;
        throw new Error(text);
    });
    await picture('inline-values.png');
    assert.match(await vscode.editors.hover('order.py', workspace.line('order.py', '@amount'), 'item.quantity'), /\b12\b/); // the mouse is at its second word
    await vscode.variables.shows(['Locals', 'amount'], '2.55');
    await vscode.variables.open('Locals', 'item');
    await vscode.variables.shows(['Locals', 'item', 'name'], "'bolt M4'");
    await vscode.variables.open('Locals', 'item', '[C view]');
    await vscode.variables.shows(['Locals', 'item', '[C view]', 'ob_type'], /Item/);

    await vscode.debugging.continue();
    await vscode.variables.shows(['Locals', 'amount'], '7.9');
    await vscode.editors.clearBreakpoint('order.py', ask);
    await vscode.debugging.continue();
    await vscode.debugging.ended();
}
