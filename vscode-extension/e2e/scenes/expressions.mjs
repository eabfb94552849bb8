import assert from 'node:assert/strict';

export const program = 'example';

/** Values by pointing at a name, in the Watch view and in the Debug Console: C in a frame of C, Python in one of Python, commands of GDB in both. */
export default async function ({ vscode, workspace, picture }) {
    const round = workspace.line('pricing.c', '@round'), ask = workspace.line('order.py', '@ask');
    await vscode.editors.breakAt('pricing.c', round);
    await vscode.editors.open('order.py');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('pricing.c', round);

    assert.match(await vscode.editors.hover('pricing.c', round, 'euros'), /2\.5499999999999998/);
    assert.match(await vscode.editors.hover('pricing.c', 9, 'amount'), /2\.55/);
    assert.equal(await vscode.console.evaluate('euros * 2'), '5.0999999999999996');
    assert.match(await vscode.console.evaluate('amount'), /2\.55/);
    await vscode.console.type('-exec info symbol round_cents');
    await vscode.console.says(/round_cents in section \.text/);

    await vscode.callStack.select('bulk_price');
    assert.match(await vscode.editors.hover('order.py', ask - 1, 'discount'), /0\.15/);
    assert.match(await vscode.editors.hover('order.py', ask - 1, 'item'), /<Item at 0x/);
    assert.equal(await vscode.console.evaluate('item.name'), "'bolt M4'");
    assert.equal(await vscode.console.evaluate('[part.upper() for part in item.name.split()]'), "['BOLT', 'M4']");
    await picture('debug-console.png');

    await vscode.watch.add('amount * 2');
    await vscode.watch.shows('amount * 2', '5.1');
    await vscode.watch.add('item.name');
    await vscode.watch.shows('item.name', "'bolt M4'");
    await vscode.callStack.select('round_cents');
    await vscode.watch.add('euros');
    await vscode.watch.shows('euros', '2.5499999999999998');
    await vscode.debugging.stop();
}
