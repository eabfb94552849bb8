export const program = 'example';

/** The instructions of a C function in the Disassembly view, each behind the line that it belongs to. */
export default async function ({ vscode, workspace, picture }) {
    const round = workspace.line('pricing.c', '@round');
    await vscode.editors.breakAt('pricing.c', round);
    await vscode.editors.open('order.py');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('pricing.c', round);

    await vscode.command('Open Disassembly View');
    await vscode.editors.disassembles(/cents = lround\(euros \* 100\)/);
    await vscode.editors.disassembles(/call\s+0x\w+ <lround/);
    await picture('disassembly.png');
    await vscode.debugging.stop();
}
