import * as vscode from 'vscode';
import { sentence } from '../dap/sentence';
import { asker } from '../dap/session';
import { actionsFor } from '../requirements/remedies';
import { tell } from '../requirements/tell';
import { openCore } from './coreSession';
import { gather } from './facts';
import { markdown } from './markdown';

/** "Twinstack: Report a Crash from a Core File…". */
export function registerCrashReport(context: vscode.ExtensionContext): void {
    context.subscriptions.push(vscode.commands.registerCommand('twinstack.reportCrash', () => reportCrash(context)));
}

async function reportCrash(context: vscode.ExtensionContext): Promise<void> {
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
        const options = { location: vscode.ProgressLocation.Notification, title: `Reading ${core}`, cancellable: true };
        const content = await vscode.window.withProgress(options, (_progress, cancel) => report(core, program, cancel));
        if (content !== undefined) {
            await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
        }
    } catch (error) {
        const why = sentence(error);
        void tell(context, `There is no report of ${core}: ${why}`, actionsFor(why) ?? []);
    }
}

async function file(title: string, openLabel: string): Promise<string | undefined> {
    const [picked] = (await vscode.window.showOpenDialog({ title, openLabel, canSelectMany: false })) ?? [];
    return picked?.fsPath;
}

/** The session lives for as long as it is asked. Undefined where the user takes it back, or knows why there is none. */
async function report(core: string, program: string | undefined, cancel: vscode.CancellationToken): Promise<string | undefined> {
    const opened = await openCore(core, program, cancel);
    if (opened === undefined) {
        return undefined;
    }
    const { session, crashed } = opened;
    const end = (): Thenable<void> => vscode.debug.stopDebugging(session);
    const cancelled = cancel.onCancellationRequested(end); // each question fails from then on
    try {
        const facts = await gather(asker(session), crashed);
        return cancel.isCancellationRequested ? undefined : markdown(core, facts);
    } finally {
        cancelled.dispose();
        await end();
    }
}
