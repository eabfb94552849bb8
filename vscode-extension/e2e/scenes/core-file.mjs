export const program = 'crash';

export const launch = [{ name: 'What the crash has left', type: 'twinstack', request: 'attach', coreFile: '${workspaceFolder}/core' }];

/** A core file opens at the line of the crash, with Python's frames below. */
export default async function ({ vscode, workspace }) {
    workspace.run('gdb', '-nx', '-q', '-batch', '-ex', 'run', '-ex', 'generate-core-file core', '--args', '/usr/bin/python3', 'main.py');
    await vscode.editors.open('main.py');
    await vscode.debugging.start();

    await vscode.callStack.stopsAt('crash.c', workspace.line('crash.c', '@crash'));
    await vscode.callStack.select('careless');
    await vscode.variables.shows(['Locals', 'victim'], "{'name': 'victim'}");
    await vscode.debugging.stop();
}
