import assert from 'node:assert/strict';

export const program = 'example';

/** What cannot be evaluated is told where it was asked for, in the Watch view and in the Debug Console, and disturbs nobody besides. */
export default async function ({ vscode, workspace }) {
    const round = workspace.line('pricing.c', '@round');
    await vscode.editors.breakAt('pricing.c', round);
    await vscode.editors.open('order.py');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('pricing.c', round);
    await vscode.watch.add('nothing_of_this');
    await vscode.watch.shows('nothing_of_this', /nothing_of_this/);
    assert.match(await vscode.console.evaluate('nothing_of_that'), /nothing_of_that/);
    assert.deepEqual(await vscode.notifications(), []);
    await vscode.debugging.stop();
}
