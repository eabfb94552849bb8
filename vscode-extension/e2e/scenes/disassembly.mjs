import { runTo } from '../runTo.mjs';

export const program = 'example';

/** The instructions of a C function in the Disassembly view, each behind the line that it belongs to. */
export default async function (scene) {
    const { vscode, picture } = scene;
    await runTo(scene, 'pricing.c', '@round', 'order.py');

    await vscode.command('Open Disassembly View');
    await vscode.editors.disassembles(/cents = lround\(euros \* 100\)/);
    await vscode.editors.disassembles(/call\s+0x\w+ <lround/);
    await picture('disassembly.png');
    await vscode.debugging.stop();
}
