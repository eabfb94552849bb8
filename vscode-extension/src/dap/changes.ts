import * as vscode from 'vscode';
import { DEBUG_TYPE } from './session';

const EVENTS = new Set(['stopped', 'continued', 'thread', 'invalidated', 'terminated']);
/** Their answers are the only word of it that the program runs on. */
const RESUMES = new Set(['continue', 'next', 'stepIn', 'stepOut', 'stepBack', 'reverseContinue', 'goto']);

interface Message {
    type: string;
    event?: string;
    command?: string;
    success?: boolean;
}

/** Calls `changed` whenever what is known of the threads and stacks of a session may be so no longer. */
export function onChange(changed: (session: vscode.DebugSession) => void): vscode.Disposable {
    return onMessage((session, { type, event, command, success }) => {
        if (type === 'event' ? EVENTS.has(event ?? '') : success === true && RESUMES.has(command ?? '')) {
            changed(session);
        }
    });
}

/** Calls `resumed` when a session's program runs on, or has ended: references to its variables are dead then. */
export function onResume(resumed: (session: vscode.DebugSession) => void): vscode.Disposable {
    return onMessage((session, { type, event, command, success }) => {
        const isEvent = type === 'event' && (event === 'continued' || event === 'terminated');
        if (isEvent || (success === true && RESUMES.has(command ?? ''))) {
            resumed(session);
        }
    });
}

function onMessage(look: (session: vscode.DebugSession, message: Message) => void): vscode.Disposable {
    return vscode.debug.registerDebugAdapterTrackerFactory(DEBUG_TYPE, {
        createDebugAdapterTracker: (session) => ({ onDidSendMessage: (message: Message) => { look(session, message); } }),
    });
}
