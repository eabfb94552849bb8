import * as vscode from 'vscode';
import { asker, DEBUG_TYPE, sessionCommand } from '../dap/session';
import { address, type MenuArgument } from './otherSide';

/**
 * "Break When Reference Count Changes": VS Code lets an extension set breakpoints on lines and functions alone, so that it is a function breakpoint
 * of the name `refs:0x…`, which Twinstack takes. It stands with the others in the Breakpoints view, and ends with its session, as the address does.
 */
export function registerReferenceCounts(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
        sessionCommand('twinstack.breakOnReferences', async (session, argument) => {
            const object = await address(asker(session), (argument as MenuArgument).variable);
            vscode.debug.addBreakpoints([new vscode.FunctionBreakpoint(`refs:${object}`)]);
        }),
        vscode.debug.onDidTerminateDebugSession((session) => {
            if (session.type === DEBUG_TYPE && session.parentSession === undefined) {
                vscode.debug.removeBreakpoints(vscode.debug.breakpoints.filter(isOnReferences));
            }
        }),
    );
}

function isOnReferences(breakpoint: vscode.Breakpoint): boolean {
    return breakpoint instanceof vscode.FunctionBreakpoint && breakpoint.functionName.startsWith('refs:0x');
}
