import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { until } from '../until.mjs';

export const program = 'example';

export const launch = [{ name: 'One that runs', type: 'twinstack', request: 'attach', processId: '${command:twinstack.pickProcess}' }];

const WAITING = `import os, time

beats = 0
while True:
    time.sleep(0.05)  # @sleep
    beats += 1
    os.truncate("beats", beats)
`;

/** The list of processes has those of CPython marked, with their command lines; one that is picked is attached to, and runs on afterwards: by a configuration of launch.json, and by the command that needs none. */
export default async function ({ vscode, workspace, picture }) {
    workspace.write('waiting.py', WAITING);
    workspace.write('beats', '');
    const beats = () => fs.statSync(workspace.path('beats')).size;
    const waiting = spawn('/usr/bin/python3', ['waiting.py', 'a customer'], { cwd: workspace.folder });
    try {
        await once(waiting, 'spawn');
        const sleep = workspace.line('waiting.py', '@sleep');
        await vscode.editors.breakAt('waiting.py', sleep);
        for (const begin of ['F5', 'Twinstack: Attach to a Process…']) {
            await (begin === 'F5' ? vscode.press(begin) : vscode.command(begin));
            await vscode.fill('a customer');
            const row = await until('the process', async () => (await vscode.picks()).find(({ description }) => description?.startsWith(`${waiting.pid} · `)));
            assert.match(row.description, / · \w+ · python3/);
            assert.equal(row.detail, '/usr/bin/python3 waiting.py a customer');
            if (begin === 'F5') await picture('process-picker.png');
            await vscode.take(vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: `${waiting.pid} · ` }));
            await vscode.debugging.showView();
            await vscode.callStack.stopsAt('waiting.py', sleep);
            await vscode.debugging.endsBy('Disconnect');
            await vscode.debugging.stop();
            const before = beats();
            await until('the next beat', () => beats() > before);
        }
    } finally {
        waiting.kill('SIGKILL');
        await (waiting.exitCode ?? waiting.signalCode ?? once(waiting, 'exit'));
    }
}
