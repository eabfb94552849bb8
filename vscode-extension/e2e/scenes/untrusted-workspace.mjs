import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'example';
export const server = { trusting: false };
export const launch = [{ name: 'Evil', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/order.py', initCommands: ['shell touch ${workspaceFolder}/was-run'] }];

/** In a folder that the user does not trust, nothing of its launch.json runs: VS Code asks first, and "no" means no; nor are there commands or views of ours. */
export default async function ({ vscode, workspace }) {
    await vscode.editors.open('order.py');
    for (let time = 1; time <= 2; time++) { // it would not ask again of what it has begun to trust
        const { text } = await until('the question', async () => { // VS Code starts nothing while it is still at work on the last start
            await vscode.press('F5');
            return vscode.dialog(5);
        });
        assert.match(text, /trust/i);
        await vscode.answerDialog('Cancel');
    }
    assert.equal(await vscode.debugging.toolbar.isVisible(), false);
    assert.equal(workspace.run('ls').includes('was-run'), false);

    await vscode.command('View: Show Run and Debug');
    await vscode.page.locator('.pane-header', { hasText: 'Breakpoints' }).waitFor();
    assert.equal(await vscode.page.locator('.pane-header', { hasText: 'Twinstack' }).count(), 0);
    await vscode.press('F1');
    await vscode.fill('>Twinstack: ');
    const offered = await until('what the palette offers', async () => {
        const labels = (await vscode.picks()).map(({ label }) => label);
        return labels.length > 0 && !labels.some(label => /^View:/.test(label)) && labels;
    });
    assert.deepEqual(offered.filter(label => label.startsWith('Twinstack: ')), []);
}
