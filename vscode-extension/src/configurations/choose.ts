import * as vscode from 'vscode';
import { testAt } from './pytest';

const MOST_FILES = 1_000;
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
    const files = await vscode.workspace.findFiles('**/*.py', NO_SOURCES, MOST_FILES);
    const items = files.map((file) => ({ label: vscode.workspace.asRelativePath(file), file })).sort((one, other) => one.label.localeCompare(other.label));
    const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'The Python file to run, which imports the extension' });
    return chosen?.file.fsPath;
}

async function chooseFile(title: string): Promise<string | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = await vscode.window.showOpenDialog({ title, openLabel: 'Debug', ...(folder && { defaultUri: folder }) });
    return chosen?.[0]?.fsPath;
}
