import assert from 'node:assert/strict';

export const program = 'example';
export const server = { env: { TWINSTACK_E2E_PLATFORM: 'darwin' } };

/** Where the extensions run on another system than Linux, F5 and the report of a crash say so, and ask for nothing. */
export default async function ({ vscode }) {
    await vscode.editors.open('order.py');
    await vscode.debugging.start();
    await toldOfLinux(vscode);
    assert.equal(await vscode.debugging.toolbar.isVisible(), false);
    await vscode.clearNotifications();
    await vscode.command('Twinstack: Report a Crash from a Core File…');
    await toldOfLinux(vscode);
    assert.equal(await vscode.input.isVisible(), false);
}

async function toldOfLinux(vscode) {
    const { buttons } = await vscode.notification(/Twinstack debugs on Linux; connect VS Code to a Linux machine/);
    assert.deepEqual(buttons, []);
}
