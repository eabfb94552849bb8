import { runTo } from '../runTo.mjs';

export const program = 'raises';

export const launch = [{ name: 'A task', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', args: ['task'] }];

/** With "Python: uncaught" ticked, an exception that nothing handles stops the program where it was raised, and the editor tells of it. */
export default async function (scene) {
    const { vscode, workspace, picture } = scene;
    await runTo(scene, 'main.py', '@task');
    await vscode.debugging.tickExceptions('Python: uncaught');
    await vscode.debugging.continue();

    await vscode.callStack.stopsAt('main.py', workspace.line('main.py', '@fail'));
    await vscode.editors.tellsOfException(/too many: 2/);
    await vscode.callStack.says(/^Uncaught Python exception$/);
    await vscode.callStack.showsAllOfState();
    await picture('exception.png');
    await vscode.debugging.stop();
}
