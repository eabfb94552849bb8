import assert from 'node:assert/strict';
import { until } from '../until.mjs';

export const program = 'example';

export const launch = [
    { name: 'No request', type: 'twinstack', program: '${workspaceFolder}/order.py' },
    { name: 'No such program', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/missing.py' },
    { name: 'No such Python', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/order.py', python: '/nowhere/python' },
    { name: 'GDB without Python', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/order.py', gdb: '${env:GDB_WITHOUT_PYTHON}' },
    { name: 'No such GDB', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/order.py', gdb: '/nowhere/gdb' },
];

/** What keeps a session from starting is told in a sentence with what to do: a wrong configuration or program, no Python, no GDB, one without Python, no Java, one that is too old. */
export default async function ({ vscode, workspace }) {
    await vscode.editors.open('order.py');
    for (const [name, expression] of [['No request', /'request' is missing/], ['No such program', /missing\.py/]]) {
        await vscode.debugging.startConfiguration(name);
        assert.match((await vscode.dialog()).text, expression);
        await vscode.answerDialog('Cancel');
    }

    await vscode.debugging.startConfiguration('No such Python');
    const python = await vscode.notification(/The Python interpreter '\/nowhere\/python' was not found/);
    assert.deepEqual(python.buttons, ['Select Interpreter', 'Which Is Taken']);
    await vscode.push('Select Interpreter');
    await vscode.notification(/An interpreter is selected here/);
    await vscode.clearNotifications();

    await vscode.debugging.startConfiguration('GDB without Python');
    const bare = await vscode.notification(/gdb-minimal\S+ was built without Python/);
    assert.deepEqual(bare.buttons, ['Open Settings', 'How to Install']);
    await vscode.clearNotifications();

    await vscode.debugging.startConfiguration('No such GDB');
    const gdb = await vscode.notification(/\/nowhere\/gdb/);
    assert.deepEqual(gdb.buttons, ['Open Settings', 'How to Install']);
    await vscode.push('Open Settings');
    await vscode.setting('Gdb');
    await vscode.press('Escape');
    await vscode.clearNotifications();

    const setting = java => workspace.write('.vscode/settings.json', JSON.stringify({ 'twinstack.java': java }));
    setting('/nowhere/java');
    const none = await told(vscode, /'\/nowhere\/java' is no Java 17 or newer/);
    assert.deepEqual(none.buttons, ['Open Settings', 'How to Install']);

    workspace.write('java-11/release', 'JAVA_VERSION="11.0.2"\nJAVA_RUNTIME_VERSION="11.0.2+9"\n');
    workspace.write('java-11/bin/java', '');
    workspace.run('chmod', '+x', 'java-11/bin/java');
    setting(workspace.path('java-11'));
    await told(vscode, /found only Java 11 in/);
}

/** Starts until the setting, which VS Code reads from its file in its own time, has come to the extension. */
async function told(vscode, expression) {
    return until(`a notification ${expression}`, async () => {
        await vscode.debugging.startConfiguration('No such program');
        if (await vscode.page.locator('.monaco-dialog-box').isVisible()) await vscode.answerDialog('Cancel');
        const found = await vscode.notification(expression, 3);
        await vscode.clearNotifications();
        return found;
    });
}
