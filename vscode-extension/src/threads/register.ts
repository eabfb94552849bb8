import * as vscode from 'vscode';
import { onChange } from '../dap/changes';
import { sessionCommand } from '../dap/session';
import { showThread, Threads } from './threads';

/** The Twinstack view of the Run and Debug side bar. */
export function registerThreads(context: vscode.ExtensionContext): void {
    const threads = new Threads();
    context.subscriptions.push(
        vscode.window.registerTreeDataProvider('twinstack.threads', threads),
        onChange(() => { threads.refresh(); }),
        vscode.debug.onDidChangeActiveDebugSession(() => { threads.refresh(); }),
        sessionCommand('twinstack.showThread', showThread),
    );
}
