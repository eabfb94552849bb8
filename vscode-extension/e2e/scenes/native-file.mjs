import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'children';

/** F5 in a C file without launch.json asks what runs its code; a Python file of the workspace is one answer. */
export default async function ({ vscode, workspace }) {
    const work = workspace.line('children.c', '@work');
    workspace.write('run.py', 'import children\n\nprint(children.work(3))\n');
    await vscode.editors.breakAt('children.c', work);
    await vscode.press('F5');
    await until('the question', async () => {
        assert.deepEqual((await vscode.picks()).map(({ label }) => label), ['Python file…', 'pytest', 'Native program…', 'Attach to a process…', 'Core file…']);
        return true;
    });
    await vscode.pick('Python file…');
    await vscode.pick('run.py');
    await vscode.callStack.stopsAt('children.c', work);
    await vscode.debugging.continue();
    await vscode.console.says(/^13/);
    await vscode.debugging.ended();
}
