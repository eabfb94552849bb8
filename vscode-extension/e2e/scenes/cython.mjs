import { runTo } from '../runTo.mjs';

export const program = 'cython';

/** A breakpoint in the gutter of a .pyx file, and a stack of its lines over those of Python. What takes the arguments apart is folded, as frames of CPython's own are. */
export default async function (scene) {
    const { vscode, workspace } = scene;
    const add = await runTo(scene, 'adding.pyx', '@add', 'main.py');
    await vscode.callStack.shows(
        `add adding.pyx:${add}`,
        `add_all adding.pyx:${workspace.line('adding.pyx', '@loop')}`,
        `main main.py:${workspace.line('main.py', '@call')}`,
        `<module> main.py:${workspace.line('main.py', '@module')}`,
    );
    await vscode.debugging.stop();
}
