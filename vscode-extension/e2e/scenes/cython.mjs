import assert from 'node:assert/strict';

export const program = 'cython';

/** A breakpoint in the gutter of a .pyx file, whose lines Cython has written into the C file. */
export default async function ({ vscode, workspace }) {
    const add = workspace.line('adding.pyx', '@add');
    await vscode.editors.breakAt('adding.pyx', add);
    await vscode.editors.open('main.py');
    await vscode.debugging.start();

    await vscode.callStack.stopsAt('adding.pyx', add);
    const frames = await vscode.callStack.ofFiles('adding.pyx', 'main.py');
    assert.deepEqual(frames.slice(-2), [`main main.py:${workspace.line('main.py', '@call')}`, '<module> main.py:9']);
    await vscode.debugging.stop();
}
