import * as vscode from 'vscode';
import { onMessage } from '../dap/changes';
import type { Message } from '../dap/messages';
import { sentenceOf } from './messages';
import { actionsFor } from './remedies';
import { openSetting, tell } from './tell';

/** Gives buttons to what the adapter says of a GDB, a Python or a leave to attach that is missing; `twinstack.openSetting` is for the walkthrough's. */
export function registerRequirements(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
        onMessage((_session, message) => { tellOf(context, message); }),
        vscode.commands.registerCommand('twinstack.openSetting', openSetting),
    );
}

function tellOf(context: vscode.ExtensionContext, message: Message): void {
    const sentence = sentenceOf(message);
    const actions = sentence && actionsFor(sentence);
    if (!sentence || !actions) {
        return;
    }
    if (message.body?.error) {
        message.body.error.showUser = false; // VS Code's own dialog would say the same, and take the whole window for it
    }
    void tell(context, sentence, actions);
}
