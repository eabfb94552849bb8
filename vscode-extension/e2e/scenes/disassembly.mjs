import assert from 'node:assert/strict';

export const program = 'example';

/** The instructions of a C function in the Disassembly view, each behind the line that it belongs to. */
export default async function ({ vscode, workspace, picture }) {
    const round = workspace.line('pricing.c', '@round');
    await vscode.editors.breakAt('pricing.c', round);
    await vscode.editors.open('order.py');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('pricing.c', round);

    await vscode.command('Open Disassembly View');
    const instructions = await vscode.editors.instructions();
    assert.ok(instructions.some(text => /cents = lround\(euros \* 100\)/.test(text)), instructions.join('\n'));
    assert.ok(instructions.some(text => /call +0x\w+ <lround/.test(text)), instructions.join('\n'));
    await picture('disassembly.png');
    await vscode.debugging.stop();
}
