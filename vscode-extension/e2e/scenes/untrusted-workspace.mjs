import assert from 'node:assert/strict';

export const program = 'example';
export const server = { trusting: false };
export const launch = [{ name: 'Evil', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/order.py', initCommands: ['shell touch ${workspaceFolder}/was-run'] }];

/** In a folder that the user does not trust, nothing of its launch.json runs: VS Code asks first, and "no" means no. */
export default async function ({ vscode, workspace }) {
    await vscode.editors.open('order.py');
    for (let time = 1; time <= 2; time++) { // it would not ask again of what it has begun to trust
        await vscode.press('F5');
        const { text } = await vscode.dialog();
        assert.match(text, /trust/i);
        await vscode.answerDialog('Cancel');
    }
    assert.equal(await vscode.debugging.toolbar.isVisible(), false);
    assert.equal(workspace.run('ls').includes('was-run'), false);
}
