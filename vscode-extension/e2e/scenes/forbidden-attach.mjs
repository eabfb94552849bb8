import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export const program = 'example';
export const server = { nobodyAttaches: true };

/** Where Linux lets nobody debug a process, F5 says why and what to do; a button leads to the page about that. */
export default async function ({ vscode, workspace }) {
    const waiting = spawn('sleep', ['infinity']);
    try {
        await once(waiting, 'spawn');
        const configurations = [{ name: 'One that runs', type: 'twinstack', request: 'attach', processId: waiting.pid }];
        workspace.write('.vscode/launch.json', JSON.stringify({ version: '0.2.0', configurations }));
        await vscode.debugging.startConfiguration('One that runs');
        const { buttons } = await vscode.notification(/Linux lets nobody debug a process here \(kernel\.yama\.ptrace_scope is 3/);
        assert.deepEqual(buttons, ['More']);
        await vscode.push('More');
        await vscode.page.locator('.tab', { hasText: 'Preview requirements.md' }).waitFor();
    } finally {
        waiting.kill('SIGKILL');
        await (waiting.exitCode ?? waiting.signalCode ?? once(waiting, 'exit'));
    }
}
