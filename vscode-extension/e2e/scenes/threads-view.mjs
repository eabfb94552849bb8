import assert from 'node:assert/strict';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'gil';

/** The Twinstack view: how each thread stands to the GIL, and its frames, by keys alone and with what a screen reader says; without a session, what to begin with. */
export default async function (scene) {
    const { vscode, picture } = scene;
    await runTo(scene, 'gil.c', '@unlocked', 'main.py');

    await vscode.fold('Twinstack', false); // VS Code keeps it closed at first
    const rows = await until('both threads', async () => {
        const rows = await vscode.viewRows('Twinstack');
        return rows.length === 2 && rows.every(row => /GIL/.test(row)) && rows;
    });
    assert.match(rows[0], /^MainThreadwithout the GIL/);
    assert.match(rows[1], /^greedy(holds|waits for) the GIL/);
    await picture('threads.png');

    const greedy = /^greedy: (holds|waits for) the GIL/;
    await vscode.focus('Twinstack');
    await vscode.rows.pressTo('ArrowDown', /^MainThread: without the GIL/);
    await vscode.rows.pressTo('ArrowDown', greedy);
    await vscode.rows.press('Enter', greedy);
    const shown = vscode.page.locator('.editor-group-container.active .monaco-editor[data-uri$="/main.py"] .current-line').first();
    await shown.waitFor();
    await vscode.focus('Twinstack');
    await vscode.rows.open(greedy);
    await vscode.rows.pressTo('ArrowDown', /^greedy main\.py:\d+/); // a thread that waits for the GIL has frames of the C library above

    await vscode.debugging.stop();
    await vscode.page.getByRole('button', { name: 'Debug the File' }).waitFor();
    await until('a view without rows', async () => (await vscode.viewRows('Twinstack')).length === 0);
}
