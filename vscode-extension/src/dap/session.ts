import * as vscode from 'vscode';
import { DEBUG_TYPE } from './debugType';
import type { Ask, Requests, StackFrame } from './messages';
import { sentence } from './sentence';

/** Requests go to this session. */
export function asker(session: vscode.DebugSession): Ask {
    return async (command, args) => {
        const body = (await session.customRequest(command, args)) as never;
        return command === 'stackTrace' ? withPaths(body) : body;
    };
}

/** VS Code makes URIs of the paths in an answer where its window is on another machine. */
function withPaths(body: Requests['stackTrace']['body']): Requests['stackTrace']['body'] {
    return { ...body, stackFrames: body.stackFrames.map(withPath) };
}

function withPath(frame: StackFrame): StackFrame {
    const path = frame.source?.path;
    const isUri = path !== undefined && /^[a-z][\w+.-]+:\/\//.test(path);
    return isUri ? { ...frame, source: { ...frame.source, path: vscode.Uri.parse(path).path } } : frame;
}

/** The session that the user looks at, if it is one of Twinstack's. */
export function activeSession(): vscode.DebugSession | undefined {
    const session = vscode.debug.activeDebugSession;
    return session?.type === DEBUG_TYPE ? session : undefined;
}

/** The id of the frame that is selected in a session. */
export function selectedFrame(session: vscode.DebugSession): number | undefined {
    const item = vscode.debug.activeStackItem;
    return item instanceof vscode.DebugStackFrame && item.session.id === session.id ? item.frameId : undefined;
}

/** A command that tells what fails. */
export function command(id: string, run: (argument: unknown) => Promise<void>): vscode.Disposable {
    return vscode.commands.registerCommand(id, async (argument: unknown) => {
        try {
            await run(argument);
        } catch (error) {
            void vscode.window.showErrorMessage(sentence(error));
        }
    });
}

/** One that needs a session of Twinstack's, and says so where there is none. */
export function sessionCommand(id: string, run: (session: vscode.DebugSession, argument: unknown) => Promise<void>): vscode.Disposable {
    return command(id, async (argument) => {
        const session = activeSession();
        if (session === undefined) {
            throw new Error('No Twinstack session is selected; start one, or select it in the Call Stack view.');
        }
        await run(session, argument);
    });
}
