import * as vscode from 'vscode';
import { DEBUG_TYPE } from './debugType';
import type { Message } from './messages';
import { endsVariables, isResume } from './resumes';

const EVENTS = new Set(['stopped', 'continued', 'thread', 'invalidated', 'terminated']);

/** Calls `changed` whenever what is known of the threads and stacks of a session may be so no longer. */
export function onChange(changed: (session: vscode.DebugSession) => void): vscode.Disposable {
    return onMessage((session, message) => {
        if (EVENTS.has(message.event ?? '') || isResume(message)) {
            changed(session);
        }
    });
}

/** Calls `gone` when references to a session's variables are dead, or their values no longer so: it runs on, something has changed, or it has ended. */
export function onVariablesGone(gone: (session: vscode.DebugSession) => void): vscode.Disposable {
    return vscode.Disposable.from(
        vscode.debug.onDidTerminateDebugSession(gone), // an adapter that dies says nothing
        onMessage((session, message) => {
            if (endsVariables(message)) {
                gone(session);
            }
        }),
    );
}

/** Calls `look` with each message of an adapter, before VS Code itself has it. */
export function onMessage(look: (session: vscode.DebugSession, message: Message) => void): vscode.Disposable {
    return vscode.debug.registerDebugAdapterTrackerFactory(DEBUG_TYPE, {
        createDebugAdapterTracker: (session) => ({ onDidSendMessage: (message: Message) => { look(session, message); } }),
    });
}
