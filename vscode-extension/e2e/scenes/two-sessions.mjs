import { until } from '../until.mjs';

export const program = 'kin';

export const launch = [{ name: 'With its children', type: 'twinstack', request: 'launch', program: '${workspaceFolder}/main.py', subProcess: true }];

/** A child that the program forks is debugged beside it, in a session of its own, with the same breakpoints. */
export default async function ({ vscode, workspace }) {
    const work = workspace.line('main.py', '@work');
    await vscode.editors.breakAt('main.py', work);
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('main.py', work);
    await vscode.variables.shows(['Locals', 'number'], '0');
    await vscode.debugging.continue();

    await until('a second session', async () => (await vscode.callStack.rows()).filter(row => row.kind === 'session').length === 2);
    await vscode.variables.shows(['Locals', 'number'], '1');
    await vscode.debugging.continue();
    await vscode.variables.shows(['Locals', 'number'], '2');
    await vscode.debugging.continue();
    await vscode.console.says(/^11 12$/);
    await vscode.debugging.ended();
}
