import { until } from '../until.mjs';

export const program = 'raises';

export const launch = [
    { name: 'Exit', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', args: ['exit'], stopOnEntry: true },
    { name: 'Parse', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', args: ['parse'], console: 'integratedTerminal' },
];

/** F5 takes the first configuration of launch.json, "debug NAME" in quick open any of them. */
export default async function ({ vscode, workspace }) {
    await vscode.editors.breakAt('main.py', workspace.line('main.py', '@exit'));
    await vscode.debugging.start();
    await until('a stop on entry', async () => await vscode.callStack.state() === 'Paused on entry');
    await vscode.debugging.continue();
    await vscode.callStack.stopsAt('main.py', workspace.line('main.py', '@exit'));
    await vscode.variables.shows(['Locals', 'way'], "'exit'");
    await vscode.debugging.continue();
    await vscode.debugging.ended();

    await vscode.editors.breakAt('main.py', workspace.line('main.py', '@parse'));
    await vscode.debugging.startConfiguration('Parse');
    await vscode.callStack.stopsAt('main.py', workspace.line('main.py', '@parse'));
    await vscode.debugging.stop();
}
