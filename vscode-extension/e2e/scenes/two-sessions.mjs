import assert from 'node:assert/strict';

export const program = 'children';

export const launch = [{ name: 'With its children', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', subProcess: true }];

/** A child that the program forks is debugged beside it, in a session of its own, with the same breakpoints. The window is closed over both. */
export default async function ({ vscode, workspace }) {
    const work = workspace.line('children.c', '@work');
    await vscode.editors.breakAt('children.c', work);
    await vscode.editors.open('main.py');
    await vscode.debugging.start();

    await vscode.callStack.stopsAt('children.c', work);
    await vscode.callStack.select('forked');
    const sessions = (await vscode.callStack.rows()).filter(row => row.kind === 'session');
    assert.equal(sessions.length, 2);
    assert.match(sessions[0].name, /With its children/);
}
