import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'children';

export const launch = [{ name: 'With its children', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', subProcess: true }];

/** A child that the program forks is debugged beside it, in a session of its own that is named for its process, with the same breakpoints; so is the next one. The window is closed over both. */
export default async function (scene) {
    const { vscode, workspace, picture } = scene;
    const work = await runTo(scene, 'children.c', '@work', 'main.py');
    const [program, child] = await vscode.callStack.sessions(2);
    assert.equal(program, 'With its children');
    assert.match(child, /^python3 main\.py \(\d+\)$/);
    await vscode.callStack.shows(`work children.c:${work}`, `forked main.py:${workspace.line('main.py', '@forked')}`, `<module> main.py:${workspace.line('main.py', '@fork')}`);
    await picture('two-sessions.png');

    await vscode.debugging.continue();
    await until('the end of the first child', async () => !(await vscode.callStack.rows()).some(row => row.name === child));
    await vscode.callStack.stopsAt('children.c', work);
    await until('one of the pool', async () => /^python3 main\.py \(\d+\)$/.test((await vscode.callStack.rows()).findLast(row => row.kind === 'session')?.name));
}
