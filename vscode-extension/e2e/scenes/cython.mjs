import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'cython';

/** A breakpoint in the gutter of a .pyx file, and a stack of its lines over those of Python. What takes the arguments apart is folded, as frames of CPython's own are. The file has the colours of its language. */
export default async function (scene) {
    const { vscode, workspace } = scene;
    const add = await runTo(scene, 'adding.pyx', '@add', 'main.py');
    await vscode.callStack.shows(
        `add adding.pyx:${add}`,
        `add_all adding.pyx:${workspace.line('adding.pyx', '@loop')}`,
        `main main.py:${workspace.line('main.py', '@call')}`,
        `<module> main.py:${workspace.line('main.py', '@module')}`,
    );
    const declaration = workspace.line('adding.pyx', '@declaration');
    await until('the colours of its words', async () => {
        const [cdef, long, both, total] = (await vscode.editors.colours('adding.pyx', declaration)).map(([, colour]) => colour);
        const [keyword] = await vscode.editors.colours('adding.pyx', add);
        assert.equal(cdef, long);
        assert.equal(both, total);
        assert.equal(new Set([cdef, both, keyword[1]]).size, 3);
        return true;
    });
    await vscode.debugging.stop();
}
