import * as vscode from 'vscode';
import { DEBUG_TYPE } from '../dap/debugType';
import { asker, sessionCommand } from '../dap/session';
import { address, type MenuArgument } from './otherSide';

/**
 * "Break When Reference Count Changes": VS Code lets an extension set breakpoints on lines and functions alone, so that it is a function breakpoint
 * of the name `refs:0x…`, which Twinstack takes. It stands with the others in the Breakpoints view, and ends with the session that it was set in, as the
 * address does. VS Code keeps it where a window is closed meanwhile: it is taken away before the next program sees it.
 */
export function registerReferenceCounts(context: vscode.ExtensionContext): void {
    const makers = new Map<string, string>(); // ids of sessions by the breakpoint's name
    const sessions = new Set<string>(); // ids
    context.subscriptions.push(
        sessionCommand('twinstack.breakOnReferences', async (session, argument) => {
            const name = `refs:${await address(asker(session), (argument as MenuArgument).variable)}`;
            makers.set(name, session.id);
            vscode.debug.addBreakpoints([new vscode.FunctionBreakpoint(name)]);
        }),
        vscode.debug.registerDebugAdapterTrackerFactory(DEBUG_TYPE, {
            createDebugAdapterTracker: (session) => {
                if (sessions.size === 0) {
                    remove(() => true);
                }
                sessions.add(session.id);
                return undefined;
            },
        }),
        vscode.debug.onDidTerminateDebugSession((session) => {
            sessions.delete(session.id);
            remove((name) => makers.get(name) === session.id);
        }),
    );
    remove(() => true);
}

/** Takes away those breakpoints on reference counts whose name is asked for. */
function remove(isAskedFor: (name: string) => boolean): void {
    const those = vscode.debug.breakpoints.filter(
        (each) => each instanceof vscode.FunctionBreakpoint && each.functionName.startsWith('refs:0x') && isAskedFor(each.functionName),
    );
    vscode.debug.removeBreakpoints(those);
}
