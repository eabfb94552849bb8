import { spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';

export const program = 'example';

export const launch = [];

/** A gdbserver holds a program; the snippet of launch.json leads there, and the stack has both languages. */
export default async function ({ vscode, workspace }) {
    const server = spawn('gdbserver', ['--once', '127.0.0.1:0', '/usr/bin/python3', 'order.py'], { cwd: workspace.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    try {
        const port = await portOf(server);
        await vscode.editors.open('launch.json');
        await vscode.editors.addConfiguration('Twinstack: Remote target');
        await vscode.page.keyboard.insertText(`localhost:${port}`);
        await vscode.press('Control+S');
        const round = workspace.line('pricing.c', '@round');
        await vscode.editors.breakAt('pricing.c', round);
        await vscode.debugging.startConfiguration('Remote target');
        await vscode.callStack.stopsAt('pricing.c', round);
        await vscode.callStack.select('bulk_price');
        await vscode.variables.shows(['Locals', 'discount'], '0.15');
        await vscode.debugging.stop();
    } finally {
        server.kill('SIGKILL');
        await (server.exitCode ?? server.signalCode ?? once(server, 'exit'));
    }
}

/** gdbserver says which port it has taken. */
async function portOf(server) {
    for await (const line of readline.createInterface({ input: server.stderr })) {
        const found = /^Listening on port (\d+)/.exec(line);
        if (found) return found[1];
    }
    throw new Error('gdbserver has ended before it listened');
}
