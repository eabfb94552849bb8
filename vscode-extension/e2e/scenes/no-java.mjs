import assert from 'node:assert/strict';

export const program = 'example';
export const server = { env: { JAVA_HOME: undefined }, hidden: '/usr/lib/jvm' };

/** On a machine without any Java, F5 says which one is needed, and what to do; a button leads to the page about that. */
export default async function ({ vscode, picture }) {
    await vscode.editors.open('order.py');
    await vscode.debugging.start();
    const { buttons } = await vscode.notification(/Java 17 or newer is needed\. Install one/);
    assert.deepEqual(buttons, ['Open Settings', 'How to Install']);
    await picture('no-java.png');
    await vscode.push('How to Install');
    await vscode.page.locator('.tab', { hasText: 'Preview requirements.md' }).waitFor();
    assert.equal(await vscode.debugging.toolbar.isVisible(), false);
}
