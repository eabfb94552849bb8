import * as vscode from 'vscode';
import { onChange } from '../dap/changes';
import { command } from '../dap/session';
import { showThread, type ThreadNode, Threads } from './threads';

/** The Twinstack view of the Run and Debug side bar. */
export function registerThreads(context: vscode.ExtensionContext): void {
    const threads = new Threads();
    context.subscriptions.push(
        vscode.window.registerTreeDataProvider('twinstack.threads', threads),
        onChange(() => { threads.refresh(); }),
        vscode.debug.onDidChangeActiveDebugSession(() => { threads.refresh(); }),
        command('twinstack.showThread', (thread) => showThread(thread as ThreadNode)),
    );
}
