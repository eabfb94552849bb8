import { until } from '../until.mjs';

export const program = 'example';

/** Values stand behind the lines of Python of the function in which the program stands, up to there; hovers know what leads to a word. */
export default async function ({ vscode, workspace, picture }) {
    const ask = workspace.line('order.py', '@ask');
    await vscode.editors.breakAt('order.py', ask);
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('order.py', ask);

    const behind = async (line, ...values) => until(`${values} behind line ${line}`, async () => {
        const text = (await vscode.editors.inlineValues('order.py', line)).join(' ');
        if (values.every(value => text.includes(value))) return true;
        throw new Error(text);
    });
    await behind(ask - 2, 'discount = 0.15', 'item.quantity = 12');
    await behind(ask - 1, 'amount = 2.55', 'item.price = 0.25');
    await picture('inline-values.png');
    await until('the path to a word in its hover', async () => /12/.test(await vscode.editors.hover('order.py', ask - 1, 'quantity')));
    await vscode.debugging.stop();
}
