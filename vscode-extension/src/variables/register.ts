import * as vscode from 'vscode';
import { onVariablesGone } from '../dap/changes';
import type { Variable } from '../dap/messages';
import { asker, selectedFrame, sessionCommand } from '../dap/session';
import { MemberTree } from './memberTree';
import { cView, type MenuArgument, pythonView } from './otherSide';
import { registerReferenceCounts } from './referenceCounts';

const SHOWN = 'twinstack.objectShown'; // the context key of the view

/** The commands of a variable's context menu, and the view in which they show a value. */
export function registerVariables(context: vscode.ExtensionContext): void {
    const tree = new MemberTree();
    const show = async (session: vscode.DebugSession, variable: Variable): Promise<void> => {
        await vscode.commands.executeCommand('setContext', SHOWN, true);
        tree.show({ session, variable });
        await vscode.commands.executeCommand('twinstack.object.focus');
    };
    const empty = (): void => {
        tree.show(undefined);
        void vscode.commands.executeCommand('setContext', SHOWN, false);
    };
    context.subscriptions.push(
        vscode.window.registerTreeDataProvider('twinstack.object', tree),
        sessionCommand('twinstack.openCView', async (session, argument) => {
            await show(session, await cView(asker(session), (argument as MenuArgument).variable));
        }),
        sessionCommand('twinstack.openPythonView', async (session, argument) => {
            await show(session, await pythonView(asker(session), (argument as MenuArgument).variable, selectedFrame(session)));
        }),
        onVariablesGone((session) => { if (tree.isOf(session)) { empty(); } }),
    );
    registerReferenceCounts(context);
}
