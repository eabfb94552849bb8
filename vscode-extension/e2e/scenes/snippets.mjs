import assert from 'node:assert/strict';
import fs from 'node:fs';
import { until } from '../until.mjs';

export const program = 'calls';

export const launch = [{ name: 'Misspelt', type: 'twinstack', request: 'launch', program: '${file}', argz: ['one'] }];

const SNIPPETS = [
    { label: 'Python file', body: { request: 'launch', program: '${file}' } },
    { label: 'Python module', typed: 'shop', body: { request: 'launch', module: 'shop' } },
    { label: 'pytest, this file', body: { request: 'launch', module: 'pytest', args: ['${file}'] } },
    { label: 'pytest, this test', body: { request: 'launch', module: 'pytest', args: ['${command:twinstack.testAtCursor}'] } },
    { label: 'Attach to a process', body: { request: 'attach', processId: '${command:twinstack.pickProcess}' } },
    { label: 'Core file', typed: 'core.1', body: { request: 'attach', coreFile: 'core.1' } },
    { label: 'Native program', typed: 'program', body: { request: 'launch', program: '${workspaceFolder}/program' } },
];

/** Each snippet of launch.json gives a configuration without a warning, as a name that Twinstack does not know has; those that no other scene starts do what they say. */
export default async function ({ vscode, workspace }) {
    await vscode.editors.open('launch.json');
    await vscode.editors.findsWrong('Property argz is not allowed.');
    workspace.write('.vscode/launch.json', JSON.stringify({ version: '0.2.0', configurations: [] }, null, 4));
    await vscode.editors.findsNothingWrong();
    for (const { label, typed } of SNIPPETS) {
        await vscode.editors.addConfiguration(`Twinstack: ${label}`);
        if (typed) await vscode.page.keyboard.insertText(typed);
    }
    await vscode.press('Control+S');
    await until('the configurations in launch.json', () => {
        const { configurations } = JSON.parse(fs.readFileSync(workspace.path('.vscode/launch.json'), 'utf8'));
        assert.deepEqual(configurations, SNIPPETS.map(({ label, body }) => ({ name: label, type: 'twinstack', ...body })).reverse()); // each is put first
        return true;
    });
    const snippets = fs.readFileSync(workspace.path('.vscode/launch.json'), 'utf8');
    workspace.write('.vscode/launch.json', snippets.replace('"type"', '"argz": ["one"], "type"')); // VS Code has looked through all when it finds this
    await vscode.editors.findsWrong('Property argz is not allowed.');
    workspace.write('.vscode/launch.json', snippets);
    await vscode.editors.findsNothingWrong();

    workspace.write('test_one.py', 'def test_one():\n    assert True  # @test\n');
    await stopsIn(vscode, workspace, 'test_one.py', '@test', 'pytest, this test');
    await stopsIn(vscode, workspace, 'main.cpp', '@nested', 'Native program');
}

async function stopsIn(vscode, workspace, file, mark, configuration) {
    const line = workspace.line(file, mark);
    await vscode.editors.breakAt(file, line);
    await vscode.debugging.startConfiguration(configuration);
    await vscode.callStack.stopsAt(file, line);
    await vscode.debugging.stop();
}
