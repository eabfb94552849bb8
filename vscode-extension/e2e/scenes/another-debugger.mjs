import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'example';
export const settings = { 'python.hasDebugger': true };

/** Beside another debugger of Python, VS Code asks at F5 which one is meant; with Twinstack chosen, the file runs. */
export default async function ({ vscode, workspace }) {
    const round = workspace.line('pricing.c', '@round');
    await vscode.editors.breakAt('pricing.c', round);
    await vscode.editors.open('order.py');
    await vscode.press('F5');
    await until('the question', async () => {
        const labels = (await vscode.picks()).map(({ label }) => label);
        assert.deepEqual(labels.slice(0, 2).sort(), ['Python Debugger', 'Twinstack (Python and C)']);
        return true;
    });
    await vscode.pick('Twinstack (Python and C)');
    await vscode.debugging.showView();
    await vscode.callStack.stopsAt('pricing.c', round);
    await vscode.debugging.stop();
}
