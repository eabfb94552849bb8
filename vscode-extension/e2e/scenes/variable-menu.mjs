import assert from 'node:assert/strict';
import fs from 'node:fs';
import { runTo } from '../runTo.mjs';
import { until } from '../until.mjs';

export const program = 'state';

const PAST = 1200; // more values than the adapter gives at once

/** A variable's context menu: the object in C; what C points at in Python, with all that is inside; stops when its reference count and when an attribute of it changes, which say how. */
export default async function (scene) {
    const { vscode, workspace } = scene;
    workspace.write('main.py', fs.readFileSync(workspace.path('main.py'), 'utf8').replace('= number', `= number; self.past = list(range(${PAST}))`));
    await runTo(scene, 'state.c', '@count', 'main.py');
    await opensOtherSides(scene);
    await stopsAtChanges(scene);
    await vscode.debugging.stop();
    await until('the breakpoint gone with its session', async () => !/refs:0x/.test(await vscode.debugging.lastBreakpoints()));
}

async function opensOtherSides({ vscode, picture }) {
    await vscode.variables.menu(['Locals', 'value'], 'Open C View');
    const fields = await until('the fields of the struct', async () => {
        const rows = await vscode.viewRows('Twinstack: Object');
        return rows.length > 2 && rows;
    });
    assert.match(fields[0], /^value in C/);
    assert.ok(fields.some(row => /^ob_type/.test(row)), fields.join('\n'));
    await picture('c-view.png');

    await vscode.variables.menu(['Locals', 'context'], 'Open Python View');
    await until('the object behind a void *', async () => {
        const rows = await vscode.viewRows('Twinstack: Object');
        return /^context in Python.*<Order at/.test(rows[0]) && rows.some(row => /^number.*7/.test(row));
    });
    await vscode.focusIn('Twinstack: Object');
    await vscode.rows.pressTo('ArrowDown', /^past: \[0, 1, /);
    await vscode.rows.open(/^past: /);
    await until('the values inside', async () => (await vscode.viewRows('Twinstack: Object')).includes('[0]0'));
    await vscode.rows.pressTo('End', /^\[C view\]/); // the object's own
    await vscode.rows.pressTo('ArrowUp', /^…: \d+ more$/);
    await vscode.rows.open(/^…/);
    await until('the other values', async () => {
        const rows = await vscode.viewRows('Twinstack: Object');
        if (/^\[\d+\]/.test(rows[rows.findIndex(row => row.startsWith('…')) + 1])) return true;
        throw new Error(rows.join(', '));
    });
    await vscode.rows.pressTo('End', /^\[C view\]/);
    await vscode.rows.pressTo('ArrowUp', new RegExp(`^\\[${PAST - 1}\\]: ${PAST - 1}$`));
}

async function stopsAtChanges({ vscode, workspace, picture }) {
    const among = expression => until(`${expression} among the breakpoints`, async () => expression.test(await vscode.debugging.lastBreakpoints()));
    await vscode.variables.menu(['Locals', 'value'], 'Break When Reference Count Changes');
    await among(/refs:0x/);
    await vscode.debugging.continue();
    await vscode.callStack.says(/^references to <Order at 0x\w+>: \d+ → \d+ \(incremented\)$/);
    await until('an empty view', async () => (await vscode.viewRows('Twinstack: Object')).length === 0);
    await picture('reference-count.png');

    await vscode.command('Remove All Breakpoints');
    await vscode.variables.open('Locals', 'op');
    await vscode.variables.menu(['Locals', 'op', 'number'], 'Break on Value Change');
    await among(/number/);
    await vscode.debugging.continue();
    await vscode.callStack.stopsAt('main.py', workspace.line('main.py', '@attribute'));
    await vscode.callStack.says(/^number: 7 → 8$/);
    await picture('attribute.png');

    await vscode.variables.menu(['Locals', 'order'], 'Break When Reference Count Changes');
    await among(/refs:0x/);
}
