import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'example';

/** The instructions of a C function in the Disassembly view, each behind its line, where a step is one instruction; the memory of an object in the editor for that. */
export default async function (scene) {
    const { vscode, picture } = scene;
    await runTo(scene, 'pricing.c', '@round', 'order.py');

    await vscode.command('Open Disassembly View');
    await vscode.editors.disassembles(/cents = lround\(euros \* 100\)/);
    await vscode.editors.disassembles(/call\s+0x\w+ <lround/);
    const first = await vscode.editors.instructionBehind();
    await picture('disassembly.png');
    await vscode.debugging.stepOver();
    await vscode.editors.instructionBehind(first);
    await vscode.callStack.stopsAt('pricing.c', scene.workspace.line('pricing.c', '@round'));

    await vscode.variables.push(['Locals', 'amount'], 'View Binary Data');
    const memory = vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('pre');
    await until('a reference count, a type, then 2.55', async () => {
        const text = await memory.innerText({ timeout: 2000 });
        if (/^(\w\w ){16}66 66 66 66 66 66 04 40 /.test(text)) return true;
        throw new Error(text);
    });
    await vscode.debugging.stop();
}
