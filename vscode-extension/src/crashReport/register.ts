import * as vscode from 'vscode';
import { asker, sentence } from '../dap/session';
import { openCore } from './coreSession';
import { gather } from './facts';
import { markdown } from './markdown';

/** "Twinstack: Report a Crash from a Core File…". */
export function registerCrashReport(context: vscode.ExtensionContext): void {
    context.subscriptions.push(vscode.commands.registerCommand('twinstack.reportCrash', reportCrash));
}

async function reportCrash(): Promise<void> {
    const core = await file('The core file', 'Report');
    if (core === undefined) {
        return;
    }
    const found = { label: 'The program that the core file names' };
    const other = { label: 'Another file…', description: 'where it is elsewhere now' };
    const choice = await vscode.window.showQuickPick([found, other], { title: 'The program that crashed' });
    const program = choice === other ? await file('The program that crashed', 'Use') : undefined;
    if (choice === undefined || (choice === other && program === undefined)) {
        return;
    }
    try {
        const title = `Reading ${core}`;
        const content = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () => report(core, program));
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
    } catch (error) {
        void vscode.window.showErrorMessage(`There is no report of ${core}: ${sentence(error)}`);
    }
}

async function file(title: string, openLabel: string): Promise<string | undefined> {
    const [picked] = (await vscode.window.showOpenDialog({ title, openLabel, canSelectMany: false })) ?? [];
    return picked?.fsPath;
}

/** The session lives for as long as it is asked. */
async function report(core: string, program: string | undefined): Promise<string> {
    const { session, crashed } = await openCore(core, program);
    try {
        return markdown(core, await gather(asker(session), crashed));
    } finally {
        await vscode.debug.stopDebugging(session);
    }
}
