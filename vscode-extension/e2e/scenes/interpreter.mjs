export const program = 'children';

/** The interpreter is the one that is selected in the Python extension, before that of the folder's own environment; "Run Without Debugging" stops nowhere. */
export default async function ({ vscode, workspace }) {
    for (const environment of ['.venv', 'selected']) workspace.run('/usr/bin/python3', '-m', 'venv', '--without-pip', environment);
    workspace.write('show.py', 'import sys\n\nprint("prefix:", sys.prefix)\n');
    await vscode.editors.breakAt('show.py', 3);
    await vscode.press('Control+F5');
    await vscode.console.says(/prefix: .*selected/);
    await vscode.debugging.ended();

    workspace.run('rm', '-r', 'selected');
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('show.py', 3);
    await vscode.debugging.continue();
    await vscode.console.says(/prefix: .*[.]venv/);
    await vscode.debugging.ended();
}
