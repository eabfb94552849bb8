/** Clicks a breakpoint beside the line of `file` that carries `mark`, starts the file `opened` by F5, and waits until the program stands there; gives the line's number. */
export async function runTo({ vscode, workspace }, file, mark, opened = file) {
    const line = workspace.line(file, mark);
    await vscode.editors.breakAt(file, line);
    if (opened !== file) await vscode.editors.open(opened);
    await vscode.debugging.start();
    await vscode.callStack.stopsAt(file, line);
    return line;
}
