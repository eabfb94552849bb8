import { runTo } from '../runTo.mjs';

export const program = 'example';

/** A breakpoint in the gutter of a C file, F5 in the Python file without launch.json: one stack of both languages, one tree of their variables. */
export default async function (scene) {
    const { vscode, workspace, picture } = scene;
    const round = await runTo(scene, 'pricing.c', '@round', 'order.py');
    await vscode.callStack.says(/^Paused on breakpoint$/);
    await vscode.callStack.shows(
        `round_cents pricing.c:${round}`,
        `bulk_price order.py:${workspace.line('order.py', '@ask')}`,
        `ask_rule pricing.c:${workspace.line('pricing.c', '@callback')}`,
        `total pricing.c:${workspace.line('pricing.c', '@walk')}`,
        `price_order order.py:${workspace.line('order.py', '@total')}`,
        `main order.py:${workspace.line('order.py', '@order')}`,
        `<module> order.py:${workspace.line('order.py', '@module')}`,
    );
    await picture('merged-stack.png');

    await vscode.callStack.select('total');
    await vscode.variables.shows(['Locals', 'items'], /^\[<Item at 0x\w+>, <Item/);
    await vscode.variables.open('Locals', 'items');
    await vscode.variables.open('Locals', 'items', '[0]');
    await vscode.variables.shows(['Locals', 'items', '[0]', 'name'], "'bolt M4'");
    await vscode.variables.shows(['Locals', 'items', '[0]', 'quantity'], '12');
    await vscode.variables.open('Locals', 'items', '[0]', '[C view]');
    await vscode.variables.shows(['Locals', 'items', '[0]', '[C view]', 'ob_refcnt'], /^\d+$/);
    await picture('variables.png');

    await vscode.callStack.select('bulk_price');
    await vscode.variables.shows(['Locals', 'discount'], '0.15');
    await vscode.editors.clearBreakpoint('pricing.c', round);
    await vscode.debugging.continue();
    await vscode.console.says(/^3 items cost 29.95 EUR$/);
    await vscode.debugging.ended();
}
