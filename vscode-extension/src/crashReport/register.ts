import * as vscode from 'vscode';
import { environment, gdbOf, launcherOf } from '../adapter/launcher';
import { sentence } from '../dap/sentence';
import { actionsFor, platformProblem } from '../requirements/remedies';
import { tell } from '../requirements/tell';
import { report } from './report';

/** "Twinstack: Report a Crash from a Core File…". */
export function registerCrashReport(context: vscode.ExtensionContext): void {
    context.subscriptions.push(vscode.commands.registerCommand('twinstack.reportCrash', () => reportCrash(context)));
}

async function reportCrash(context: vscode.ExtensionContext): Promise<void> {
    const problem = platformProblem(process.platform);
    if (problem !== undefined) {
        void tell(context, problem, []);
        return;
    }
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
        const content = await vscode.window.withProgress(options, (_progress, cancel) => made(context, core, program, cancel));
        if (content !== undefined) {
            await show(content);
        }
    } catch (error) {
        const why = sentence(error);
        void tell(context, `There is no report: ${why}`, actionsFor(why) ?? [{ title: 'Choose Another File…', command: 'twinstack.reportCrash' }]);
    }
}

async function file(title: string, openLabel: string): Promise<string | undefined> {
    const [picked] = (await vscode.window.showOpenDialog({ title, openLabel, canSelectMany: false })) ?? [];
    return picked?.fsPath;
}

/** Undefined where the user takes it back. */
async function made(context: vscode.ExtensionContext, core: string, program: string | undefined, cancel: vscode.CancellationToken): Promise<string | undefined> {
    const launcher = launcherOf(context);
    const abort = new AbortController();
    cancel.onCancellationRequested(() => { abort.abort(); });
    return report(launcher, { path: core, program, gdb: gdbOf() }, { ...process.env, ...(await environment(launcher)) }, abort.signal);
}

/** As a document that can be kept or sent, and above it as a page to read. */
async function show(content: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('markdown.showPreview', document.uri);
}
