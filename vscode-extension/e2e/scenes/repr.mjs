import { runTo } from '../runTo.mjs';

export const program = 'opaque';

/** The eye of an object whose value only its own code tells: nothing runs before the click, its lines open, and what it has changed is shown. */
export default async function (scene) {
    const { vscode, picture } = scene;
    await runTo(scene, 'main.py', '@end');
    const counted = ['Locals', 'counted'], grid = ['Locals', 'grid'];
    await vscode.variables.open(...counted);
    await vscode.variables.shows([...counted, 'repr()'], '…');
    await vscode.variables.shows([...counted, 'looks'], '0');
    await vscode.variables.evaluate([...counted, 'repr()']);
    await vscode.variables.shows([...counted, 'looks'], '1');
    await vscode.variables.shows([...counted, 'repr()'], 'looked at 1 times');

    await vscode.variables.open(...grid);
    await vscode.variables.evaluate([...grid, 'repr()']);
    await vscode.variables.shows([...grid, 'repr()'], /^0: {2}0\.0 {2}1\.0/);
    await vscode.variables.open(...grid, 'repr()');
    await vscode.variables.shows([...grid, 'repr()', '3'], /^2: {2}4\.0 {2}5\.0$/);
    await vscode.variables.shows([...counted, 'repr()'], 'looked at 1 times');
    await picture('repr.png');
    await vscode.debugging.stop();
}
