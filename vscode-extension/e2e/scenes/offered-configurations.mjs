import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'children';

/** Without launch.json, "Select and Start Debugging" offers what fits the file in the editor, and starts what is picked. */
export default async function ({ vscode, workspace }) {
    const work = workspace.line('children.c', '@work');
    await vscode.editors.breakAt('children.c', work);
    await vscode.editors.open('test_work.py');
    await until('what fits the file in the editor', async () => { // which the extension knows a little later
        await vscode.command('Debug: Select and Start Debugging');
        await vscode.pick(/Twinstack \(Python and C\)/);
        const labels = await until('what is offered', async () => {
            const offered = (await vscode.picks()).map(({ label }) => label);
            return offered.includes('Core file…') && offered;
        });
        if (!labels.includes('pytest, this file')) await vscode.press('Escape');
        assert.deepEqual(labels.filter(label => !/^pytest, test_/.test(label)), ['pytest, this file', 'Python file', 'Attach to a process…', 'Core file…']);
        return true;
    });
    await vscode.pick('pytest, this file');
    await vscode.debugging.showView();
    await vscode.callStack.stopsAt('children.c', work);
    await vscode.debugging.continue();
    await vscode.console.says(/ passed/);
    await vscode.debugging.ended();
}
