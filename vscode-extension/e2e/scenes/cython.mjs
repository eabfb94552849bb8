import { runTo } from '../runTo.mjs';

export const program = 'cython';

/** A breakpoint in the gutter of a .pyx file, and a stack of its lines over those of Python. Cython's own functions have the names that it gives them in C. */
export default async function (scene) {
    const { vscode, workspace } = scene;
    const add = await runTo(scene, 'adding.pyx', '@add', 'main.py');
    await vscode.callStack.shows(
        `__pyx_f_6adding_add adding.pyx:${add}`,
        `__pyx_pf_6adding_add_all adding.pyx:${workspace.line('adding.pyx', '@loop')}`,
        `__pyx_pw_6adding_1add_all adding.pyx:${workspace.line('adding.pyx', '@add-all')}`,
        `main main.py:${workspace.line('main.py', '@call')}`,
        `<module> main.py:${workspace.line('main.py', '@module')}`,
    );
    await vscode.debugging.stop();
}
