import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'example';

/** The frames of the Call Stack: both sides, Python's alone, GDB's; by a command, by keys in a list and by the button in its title. */
export default async function (scene) {
    const { vscode, picture } = scene;
    const round = await runTo(scene, 'pricing.c', '@round', 'order.py');

    await vscode.command('Twinstack: Show Python Frames');
    await until('the frames of Python alone', async () => { // the newest is drawn before the others are asked for
        const names = (await vscode.callStack.frames()).map(frame => frame.name);
        assert.deepEqual(names, ['bulk_price', 'price_order', 'main', '<module>']);
        return true;
    });
    await picture('python-frames.png');

    await vscode.command('Twinstack: Choose the Frames of the Call Stack…');
    await vscode.rows.pressTo('ArrowDown', /^Native,/);
    await vscode.rows.press('Enter', /^Native,/);
    await vscode.callStack.stopsAt('pricing.c', round);
    await until('the frames of GDB alone', async () => {
        const names = (await vscode.callStack.frames()).map(frame => frame.name); // those of CPython's are folded
        assert.deepEqual(names, ['round_cents', 'ask_rule', 'total']);
        return true;
    });

    const bothSides = async () => (await vscode.callStack.ofFiles('order.py')).length === 4;
    await until('both sides', async () => { // a menu that opens while VS Code is at work may go by itself
        const header = vscode.page.locator('.pane-header', { hasText: 'Call Stack' });
        await header.hover();
        await header.getByRole('button', { name: 'Frames' }).click({ timeout: 5000 });
        await vscode.menu('Show Merged Frames');
        return until('the frames of Python', bothSides, 20);
    });
    await vscode.callStack.stopsAt('pricing.c', round);
    await vscode.debugging.stop();
}
