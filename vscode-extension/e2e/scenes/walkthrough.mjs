import assert from 'node:assert/strict';

export const program = 'example';

/** Get Started, from the button in the view that is empty without a session. */
export default async function ({ vscode, picture }) {
    await vscode.command('View: Show Run and Debug');
    await vscode.page.locator('.pane-header', { hasText: 'Twinstack' }).click();
    await vscode.page.getByRole('button', { name: 'Get Started' }).click();
    const steps = vscode.page.locator('.getting-started-step .step-title');
    await steps.first().waitFor();
    assert.deepEqual(await steps.allInnerTexts(), ['What it needs', 'Stop on both sides', 'Step across', 'Attach to a process', 'Open what a crash has left']);
    await picture('walkthrough.png');
}
