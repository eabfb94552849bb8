import * as vscode from 'vscode';
import { sentence } from '../dap/sentence';
import { type Process, processes, users } from './processes';

/** `twinstack.pickProcess`: a list of the machine's processes, for `${command:twinstack.pickProcess}` in launch.json. */
export function registerAttach(context: vscode.ExtensionContext): void {
    context.subscriptions.push(vscode.commands.registerCommand('twinstack.pickProcess', pickProcess));
}

/** The number of the process as text, which is what a variable of launch.json takes; undefined takes the start back. */
async function pickProcess(): Promise<string | undefined> {
    try {
        const options = { title: 'Attach to a Process', placeHolder: 'By name, number or command line; those of CPython are marked', matchOnDescription: true, matchOnDetail: true };
        return (await vscode.window.showQuickPick(picks(), options))?.pid;
    } catch (error) {
        void vscode.window.showErrorMessage(`The machine's processes cannot be listed: ${sentence(error)}. Write the number into launch.json instead ("processId").`);
        return undefined;
    }
}

/** The list shows at once, and is filled when they are read. */
async function picks(): Promise<Pick[]> {
    const [names, all] = await Promise.all([users(), processes()]);
    return all.map((process) => pick(process, names));
}

interface Pick extends vscode.QuickPickItem {
    readonly pid: string;
}

function pick(process: Process, names: Map<number, string>): Pick {
    const owner = names.get(process.uid) ?? String(process.uid);
    const marks = process.python === undefined ? [] : [process.python];
    return {
        pid: String(process.pid),
        label: process.name,
        iconPath: new vscode.ThemeIcon(process.python === undefined ? 'terminal' : 'snake'),
        description: [process.pid, owner, ...marks].join(' · '),
        detail: process.commandLine,
    };
}
