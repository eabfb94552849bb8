import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'example';

/** Get Started, from the button in the view that is empty without a session; a step leads to a setting. */
export default async function ({ vscode, picture }) {
    await vscode.command('View: Show Run and Debug');
    await vscode.fold('Twinstack', false);
    await vscode.page.getByRole('button', { name: 'Get Started' }).click();
    await until('its steps', async () => {
        const steps = await vscode.page.locator('.getting-started-step .step-title').allInnerTexts();
        assert.deepEqual(steps, ['What it needs', 'Stop on both sides', 'Step across', 'Attach to a process', 'Open what a crash has left']);
        return true;
    });
    await picture('walkthrough.png');
    await vscode.page.getByRole('button', { name: 'Choose the Java' }).click();
    await vscode.setting('Java');
}
