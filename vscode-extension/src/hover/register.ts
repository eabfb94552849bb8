import * as vscode from 'vscode';
import { withoutTexts } from '../code/python';
import { type Expression, expressionAt } from './expressions';

/** What the mouse points at in a stopped program, where a word alone is not enough. */
export function registerHover(context: vscode.ExtensionContext): void {
    const python = { provideEvaluatableExpression: provide((document, position) => inPython(document, position)) };
    const c = { provideEvaluatableExpression: provide((document, position) => expressionAt(document.lineAt(position.line).text, position.character, 'c')) };
    context.subscriptions.push(
        vscode.languages.registerEvaluatableExpressionProvider('python', python),
        ...['c', 'cpp'].map((language) => vscode.languages.registerEvaluatableExpressionProvider(language, c)),
    );
}

type Finder = (document: vscode.TextDocument, position: vscode.Position) => Expression | undefined;

function provide(find: Finder): vscode.EvaluatableExpressionProvider['provideEvaluatableExpression'] {
    return (document, position) => {
        const found = find(document, position);
        return found && new vscode.EvaluatableExpression(new vscode.Range(position.line, found.start, position.line, found.end), found.text);
    };
}

/** Nothing in a string or a comment. */
function inPython(document: vscode.TextDocument, position: vscode.Position): Expression | undefined {
    const lines = Array.from({ length: position.line + 1 }, (_, line) => document.lineAt(line).text);
    const code = withoutTexts(lines)[position.line] ?? '';
    const line = document.lineAt(position.line).text;
    return code[position.character]?.trim() ? expressionAt(line, position.character, 'python') : undefined;
}
