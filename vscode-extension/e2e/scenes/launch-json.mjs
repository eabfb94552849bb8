export const program = 'raises';

export const launch = [
    { name: 'Exit', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', args: ['exit'], stopOnEntry: true },
    { name: 'Parse', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', args: ['parse'], console: 'integratedTerminal' },
];

/** F5 takes the first configuration of launch.json, which stops at its first line; "debug NAME" in quick open any of them. */
export default async function ({ vscode, workspace, picture }) {
    await vscode.editors.breakAt('main.py', workspace.line('main.py', '@exit'));
    await vscode.debugging.start();
    const first = workspace.line('main.py', '@docstring');
    await vscode.callStack.stopsAt('main.py', first);
    await vscode.callStack.says(/^Paused on entry$/);
    await vscode.editors.arrowAt('main.py', first);
    await picture('entry.png');
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
