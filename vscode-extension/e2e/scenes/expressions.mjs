import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';

export const program = 'example';

/**
 * Values by pointing at a name, in the Watch view and in the Debug Console, which completes what is typed: C in a frame of C, Python in one of Python, commands of
 * GDB in both. What cannot be evaluated is told there, and disturbs nobody besides.
 */
export default async function (scene) {
    const { vscode, workspace, picture } = scene;
    const round = await runTo(scene, 'pricing.c', '@round', 'order.py');

    assert.match(await vscode.editors.hover('pricing.c', round, 'euros'), /2\.5499999999999998/);
    assert.match(await vscode.editors.hover('pricing.c', workspace.line('pricing.c', '@euros'), 'amount'), /2\.55/);
    assert.equal(await vscode.console.evaluate('euros * 2'), '5.0999999999999996');
    assert.match(await vscode.console.evaluate('amount'), /2\.55/);
    await vscode.console.type('-exec info symbol round_cents');
    await vscode.console.says(/round_cents in section \.text/);
    await vscode.console.suggests('-exec info symb', 'info symbol');

    await vscode.callStack.select('bulk_price');
    const amount = workspace.line('order.py', '@amount');
    assert.match(await vscode.editors.hover('order.py', amount, 'discount'), /0\.15/);
    assert.match(await vscode.editors.hover('order.py', amount, 'item'), /<Item at 0x/);
    assert.equal(await vscode.console.evaluate('item.name'), "'bolt M4'");
    assert.equal(await vscode.console.evaluate('[part.upper() for part in item.name.split()]'), "['BOLT', 'M4']");
    await vscode.console.suggests('item.quan', 'quantity');
    await picture('debug-console.png', { panel: true });

    await vscode.watch.add('amount * 2');
    await vscode.watch.shows('amount * 2', '5.1');
    await vscode.watch.add('item.name');
    await vscode.watch.shows('item.name', "'bolt M4'");
    await vscode.callStack.select('round_cents');
    await vscode.watch.add('euros');
    await vscode.watch.shows('euros', '2.5499999999999998');

    await vscode.watch.add('nothing_of_this');
    await vscode.watch.shows('nothing_of_this', /nothing_of_this/);
    assert.match(await vscode.console.evaluate('nothing_of_that'), /nothing_of_that/);
    assert.deepEqual(await vscode.notifications(), []);
    await vscode.debugging.stop();
}
