import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';

export const program = 'border';

/** From a line of Python into the C function that it calls, on into the Python function that this calls, and out again to where it was called from. */
export default async function (scene) {
    const { vscode, workspace } = scene;
    const python = mark => vscode.callStack.stopsAt('main.py', workspace.line('main.py', mark));
    const c = mark => vscode.callStack.stopsAt('border.c', workspace.line('border.c', mark));

    await runTo(scene, 'main.py', '@outer');
    await vscode.debugging.stepInto();
    const [top] = await c('@parse');
    assert.equal(top.name, 'call');
    await vscode.debugging.stepOver();
    await c('@call');
    await vscode.debugging.stepInto();
    await python('@inner');
    await vscode.debugging.stepOut();
    await c('@call');
    await vscode.debugging.stepOver();
    await c('@call-end');
    await vscode.debugging.stepOut();
    await python('@outer');
    await vscode.variables.shows(['Locals', 'Return value'], '9');
    await vscode.debugging.stepOver();
    await python('@after');
    await vscode.variables.shows(['Locals', 'answer'], '9');
    await vscode.debugging.stop();
}
