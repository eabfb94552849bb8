import * as vscode from 'vscode';
import { DEBUG_TYPE } from '../dap/session';

const PATIENCE = 120_000; // ms, for a core file to open: a packed one takes its time

/** A session of a core file that has come to its stop, in the thread that crashed. */
export interface CoreSession {
    session: vscode.DebugSession;
    crashed: number;
}

interface Message {
    type: string;
    event?: string;
    command?: string;
    success?: boolean;
    message?: string;
    body?: { threadId?: number; error?: { format?: string } };
}

let sessions = 0;

/** Opens a core file in a session that shows no toolbar. Rejects with the adapter's sentence where it cannot. */
export async function openCore(coreFile: string, program: string | undefined): Promise<CoreSession> {
    const name = `Crash report ${++sessions}`;
    const configuration = { type: DEBUG_TYPE, request: 'attach', name, coreFile, internalConsoleOptions: 'neverOpen', ...(program === undefined ? {} : { program }) };
    const stop = firstStop(name);
    try {
        const options = { suppressDebugToolbar: true, suppressDebugStatusbar: true, suppressDebugView: true };
        vscode.debug.startDebugging(undefined, configuration, options).then( // which waits for the user where VS Code shows why it failed
            (isStarted) => { if (!isStarted) { stop.giveUp(new Error('Its debug session did not start.')); } },
            (error: unknown) => { stop.giveUp(error instanceof Error ? error : new Error(String(error))); },
        );
        return await stop.result;
    } finally {
        stop.dispose();
    }
}

/** The stop of the session of that name, or why it has none. */
function firstStop(name: string): { result: Promise<CoreSession>; giveUp: (why: Error) => void; dispose: () => void } {
    const disposables: vscode.Disposable[] = [];
    let giveUp: (why: Error) => void = () => undefined;
    const result = new Promise<CoreSession>((resolve, reject) => {
        giveUp = reject;
        const timer = setTimeout(() => { reject(new Error(`It was not open after ${PATIENCE / 1000} seconds.`)); }, PATIENCE);
        const look = (session: vscode.DebugSession) => (message: Message) => {
            if (message.event === 'stopped') {
                resolve({ session, crashed: message.body?.threadId ?? 1 });
            } else if (message.command === 'attach' && message.success === false) {
                reject(new Error(message.body?.error?.format ?? message.message));
            } else if (message.event === 'terminated') {
                reject(new Error('Its debug session ended at once.'));
            }
        };
        disposables.push(
            new vscode.Disposable(() => { clearTimeout(timer); }),
            vscode.debug.registerDebugAdapterTrackerFactory(DEBUG_TYPE, {
                createDebugAdapterTracker: (session) => (session.name === name ? { onDidSendMessage: look(session) } : undefined),
            }),
        );
    });
    result.catch(() => undefined); // whoever waits for it is told
    return { result, giveUp, dispose: () => { vscode.Disposable.from(...disposables).dispose(); } };
}
