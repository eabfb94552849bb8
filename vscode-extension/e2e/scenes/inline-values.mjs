import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'example';

/** Values stand behind the lines of Python of the function in which the program stands, up to there; hovers know what leads to a word. */
export default async function (scene) {
    const { vscode, workspace, picture } = scene;
    await runTo(scene, 'order.py', '@ask');

    await until('values behind the lines', async () => {
        const text = await vscode.editors.text();
        if (/discount = 0\.15, item\.quantity = 12/.test(text) && /amount = 2\.55, item\.quantity = 12, item\.price = 0\.25/.test(text)) return true;
        throw new Error(text);
    });
    await picture('inline-values.png');
    assert.match(await vscode.editors.hover('order.py', workspace.line('order.py', '@amount'), 'item.quantity'), /\b12\b/); // the mouse is at its second word
    await vscode.debugging.stop();
}
