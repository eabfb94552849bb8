import assert from 'node:assert/strict';

export const program = 'unreadable';
export const launch = [{ name: 'Unreadable', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/program' }];

/** A CPython that cannot be read is told of with a page about those that can, and the program is debugged as one of C. */
export default async function ({ vscode, workspace }) {
    const line = workspace.line('main.c', '@return');
    await vscode.editors.breakAt('main.c', line);
    await vscode.debugging.startConfiguration('Unreadable');
    await vscode.callStack.stopsAt('main.c', line);
    const { buttons } = await vscode.notification(/Python frames cannot be shown/);
    assert.deepEqual(buttons, ['Which Can Be Read']);
    await vscode.push('Which Can Be Read');
    await vscode.page.locator('.tab', { hasText: 'Preview requirements.md' }).waitFor();
    await vscode.debugging.stop();
}
