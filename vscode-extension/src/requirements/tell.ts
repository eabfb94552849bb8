import * as vscode from 'vscode';
import type { Action } from './remedies';

/** Shows a sentence with its buttons, and does what the chosen one is for. Blocks nothing in the editor. */
export async function tell(context: vscode.ExtensionContext, sentence: string, actions: readonly Action[]): Promise<void> {
    const possible = actions.filter(isPossible);
    const chosen = await vscode.window.showErrorMessage(sentence, ...possible.map((action) => action.title));
    const action = possible.find(({ title }) => title === chosen);
    if (action) {
        await perform(context, action);
    }
}

function isPossible(action: Action): boolean {
    return !('command' in action) || action.extension === undefined || vscode.extensions.getExtension(action.extension) !== undefined;
}

async function perform(context: vscode.ExtensionContext, action: Action): Promise<void> {
    if ('setting' in action) {
        await openSetting(action.setting);
    } else if ('copied' in action) {
        await vscode.env.clipboard.writeText(action.copied);
    } else if ('command' in action) {
        await vscode.commands.executeCommand(action.command);
    } else {
        const page = vscode.Uri.joinPath(context.extensionUri, 'requirements.md').with({ fragment: action.section });
        await vscode.commands.executeCommand('markdown.showPreview', page);
    }
}

/** Opens a setting of the machine on which Twinstack runs: on another than that of the window VS Code has it under "Remote" alone. */
export async function openSetting(setting: string): Promise<void> {
    const command = vscode.env.remoteName === undefined ? 'workbench.action.openSettings' : 'workbench.action.openRemoteSettings';
    await vscode.commands.executeCommand(command, { query: setting });
}
