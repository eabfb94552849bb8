import assert from 'node:assert/strict';

export const program = 'forks';

/** Where a Python file is to be chosen, and the folder has none, the user is told so. */
export default async function ({ vscode, workspace }) {
    await vscode.editors.breakAt('main.c', workspace.line('main.c', '@work'));
    await vscode.press('F5');
    await vscode.pick('Python file…');
    const { text } = await vscode.notification(/There is no Python file in the open folder/);
    assert.match(text, /name one as "program" in launch\.json/);
    assert.equal(await vscode.debugging.toolbar.isVisible(), false);
}
