import * as vscode from 'vscode';
import { DEBUG_TYPE } from '../dap/debugType';
import type { Message } from '../dap/messages';

const PATIENCE = 120_000; // ms, for a core file to open: a packed one takes its time

/** A session of a core file that has come to its stop, in the thread that crashed. */
export interface CoreSession {
    readonly session: vscode.DebugSession;
    readonly crashed: number;
}

let sessions = 0;
const names = new Set<string>();

/** Whether a session opens for a report: the report tells by itself why there is none. */
export function isForReport(session: vscode.DebugSession): boolean {
    return names.has(session.name);
}

/**
 * Opens a core file in a session that shows no toolbar, and that whoever asked for it has to stop. Undefined where it was taken back, or did not start,
 * of which the user has been told. Rejects with the adapter's sentence where it cannot. In neither case a session stays.
 */
export async function openCore(coreFile: string, program: string | undefined, cancel: vscode.CancellationToken): Promise<CoreSession | undefined> {
    const name = `Crash report ${++sessions}`;
    const configuration = { type: DEBUG_TYPE, request: 'attach', name, coreFile, internalConsoleOptions: 'neverOpen', ...(program === undefined ? {} : { program }) };
    const options = { suppressDebugToolbar: true, suppressDebugStatusbar: true, suppressDebugView: true, suppressSaveBeforeStart: true };
    names.add(name);
    const opening = new Opening(name, cancel);
    const started = Promise.resolve(vscode.debug.startDebugging(undefined, configuration, options)).then(
        (isStarted) => { if (!isStarted) { opening.give(undefined); } },
        (error: unknown) => { opening.fail(error); },
    );
    void Promise.allSettled([started, opening.stop]).then(() => {
        opening.dispose();
        names.delete(name);
    });
    return opening.stop;
}

/** A session on its way to the first stop. It is ended where none comes, also where it begins only after that. */
class Opening {
    give: (stop: CoreSession | undefined) => void = () => undefined;
    fail: (why: unknown) => void = () => undefined;
    readonly stop = new Promise<CoreSession | undefined>((resolve, reject) => {
        this.give = resolve;
        this.fail = reject;
    });
    private session: vscode.DebugSession | undefined;
    private hasFailed = false;
    private readonly disposable: vscode.Disposable;

    constructor(name: string, cancel: vscode.CancellationToken) {
        const timer = setTimeout(() => { this.fail(new Error(`It was not open after ${PATIENCE / 1000} seconds.`)); }, PATIENCE);
        this.disposable = vscode.Disposable.from(
            new vscode.Disposable(() => { clearTimeout(timer); }),
            cancel.onCancellationRequested(() => { this.give(undefined); }),
            vscode.debug.registerDebugAdapterTrackerFactory(DEBUG_TYPE, {
                createDebugAdapterTracker: (session) => (session.name === name ? this.track(session) : undefined),
            }),
        );
        this.stop.then((stop) => { if (stop === undefined) { this.end(); } }, () => { this.end(); });
    }

    dispose(): void {
        this.disposable.dispose();
    }

    private track(session: vscode.DebugSession): vscode.DebugAdapterTracker {
        this.session = session;
        if (this.hasFailed) {
            this.end();
        }
        return { onDidSendMessage: (message: Message) => { this.look(session, message); } };
    }

    private look(session: vscode.DebugSession, { event, command, success, message, body }: Message): void {
        if (event === 'stopped') {
            this.give({ session, crashed: body?.threadId ?? 1 });
        } else if (event === 'terminated') {
            this.fail(new Error('Its debug session ended at once.'));
        } else if (command === 'attach' && success === false) {
            if (body?.error) {
                body.error.showUser = false; // VS Code's own dialog would say the same
            }
            this.fail(new Error(body?.error?.format ?? message));
        }
    }

    private end(): void {
        this.hasFailed = true;
        if (this.session !== undefined) { // without one VS Code stops them all
            void vscode.debug.stopDebugging(this.session);
        }
    }
}
