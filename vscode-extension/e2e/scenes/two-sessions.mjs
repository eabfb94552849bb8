import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';

export const program = 'children';

export const launch = [{ name: 'With its children', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', subProcess: true }];

/** A child that the program forks is debugged beside it, in a session of its own, with the same breakpoints. The window is closed over both. */
export default async function (scene) {
    const { vscode } = scene;
    await runTo(scene, 'children.c', '@work', 'main.py');
    await vscode.callStack.select('forked');
    const sessions = (await vscode.callStack.rows()).filter(row => row.kind === 'session');
    assert.equal(sessions.length, 2);
    assert.match(sessions[0].name, /With its children/);
}
