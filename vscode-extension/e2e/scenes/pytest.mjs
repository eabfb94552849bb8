export const program = 'children';

/** With the cursor in a test, F5 without launch.json runs that test alone; a breakpoint in the C code that it calls stops it. */
export default async function ({ vscode, workspace }) {
    const work = workspace.line('children.c', '@work');
    await vscode.editors.breakAt('children.c', work);
    await vscode.editors.openAt('test_work.py', workspace.line('test_work.py', '@test'));
    await vscode.debugging.start();
    await vscode.callStack.stopsAt('children.c', work);
    await vscode.callStack.select('test_work');
    await vscode.debugging.continue();
    await vscode.console.says(/1 passed/);
    await vscode.debugging.ended();
}
