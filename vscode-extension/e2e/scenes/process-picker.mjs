import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../until.mjs';

export const program = 'example';

export const launch = [{ name: 'One that runs', type: 'twinstack', request: 'attach', processId: '${command:twinstack.pickProcess}' }];

const WAITING = 'import time\nwhile True:\n    time.sleep(0.05)  # @sleep\n';

/** The list of processes has those of CPython marked, with their command lines; one that is picked is attached to, and runs on afterwards. */
export default async function ({ vscode, workspace, picture }) {
    workspace.write('waiting.py', WAITING);
    const waiting = spawn('/usr/bin/python3', ['waiting.py', 'a customer'], { cwd: workspace.folder });
    try {
        await once(waiting, 'spawn');
        const sleep = workspace.line('waiting.py', '@sleep');
        await vscode.editors.breakAt('waiting.py', sleep);
        await vscode.press('F5');
        await vscode.input.fill('a customer');
        const row = await until('the process', async () => (await vscode.picks()).find(({ description }) => description?.startsWith(`${waiting.pid} · `)));
        assert.match(row.description, / · \w+ · python3/);
        assert.equal(row.detail, '/usr/bin/python3 waiting.py a customer');
        await picture('process-picker.png');
        await vscode.press('Enter');
        await vscode.debugging.showView();
        await vscode.callStack.stopsAt('waiting.py', sleep);
        await vscode.debugging.stop();
        assert.equal(waiting.exitCode, null);
    } finally {
        waiting.kill();
    }
}
