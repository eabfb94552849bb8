import * as vscode from 'vscode';
import { testAt } from './pytest';
import { MOST_FILES, offeredFiles } from './pythonFiles';

const NO_SOURCES = '**/{node_modules,site-packages,.venv,venv,.git}/**';

/** The commands that stand in launch configurations as `${command:…}`; each gives a text, or undefined, which ends the start. */
export function registerChoices(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
        vscode.commands.registerCommand('twinstack.testAtCursor', testAtCursor),
        vscode.commands.registerCommand('twinstack.choosePythonFile', choosePythonFile),
        vscode.commands.registerCommand('twinstack.chooseProgram', () => chooseFile('Program to Debug')),
        vscode.commands.registerCommand('twinstack.chooseCoreFile', () => chooseFile('Core File to Open')),
    );
}

/** The name of the test at the cursor, which is in no test when it is undefined. */
export function testIn(editor: vscode.TextEditor): string | undefined {
    return testAt(editor.document.getText().split('\n'), editor.selection.active.line);
}

function testAtCursor(): string | undefined {
    const editor = vscode.window.activeTextEditor;
    const test = editor && testIn(editor);
    if (!test) {
        void vscode.window.showErrorMessage('There is no test of pytest at the cursor; place it in a function or class whose name begins with "test".');
        return undefined;
    }
    return `${editor.document.uri.fsPath}::${test}`;
}

async function choosePythonFile(): Promise<string | undefined> {
    const files = await vscode.workspace.findFiles('**/*.py', NO_SOURCES, MOST_FILES + 1);
    const offered = offeredFiles(files.map((file) => ({ label: vscode.workspace.asRelativePath(file), path: file.fsPath })));
    if (offered === undefined) {
        void vscode.window.showErrorMessage('There is no Python file in the open folder; name one as "program" in launch.json, or open it and press F5 there.');
        return undefined;
    }
    return (await vscode.window.showQuickPick(offered.files, { placeHolder: offered.placeHolder }))?.path;
}

async function chooseFile(title: string): Promise<string | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = await vscode.window.showOpenDialog({ title, openLabel: 'Debug', ...(folder && { defaultUri: folder }) });
    return chosen?.[0]?.fsPath;
}
