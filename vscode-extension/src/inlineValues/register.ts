import * as vscode from 'vscode';
import { activeSession } from '../dap/session';
import { namesToShow } from './names';

const MOST = 300; // values of one stop: each attribute is a request

/** Values at the end of the lines of Python up to the one at which the program stands. */
export function registerInlineValues(context: vscode.ExtensionContext): void {
    context.subscriptions.push(vscode.languages.registerInlineValuesProvider('python', { provideInlineValues }));
}

function provideInlineValues(document: vscode.TextDocument, viewPort: vscode.Range, context: vscode.InlineValueContext): vscode.InlineValue[] {
    if (activeSession() === undefined) {
        return [];
    }
    const stopped = Math.min(context.stoppedLocation.end.line, document.lineCount - 1);
    const lines = Array.from({ length: stopped + 1 }, (_, line) => document.lineAt(line).text);
    return namesToShow(lines, viewPort.start.line, stopped)
        .slice(-MOST)
        .map(({ line, start, end, text }) => {
            const range = new vscode.Range(line, start, line, end);
            return text.includes('.') ? new vscode.InlineValueEvaluatableExpression(range, text) : new vscode.InlineValueVariableLookup(range, text);
        });
}
