import * as vscode from 'vscode';
import { activeSession, asker, sessionCommand } from '../dap/session';

const VIEWS = [
    { view: 'merged', label: 'Merged', detail: 'Frames of Python and of C, in the order in which they called each other' },
    { view: 'python', label: 'Python', detail: 'Frames of Python alone' },
    { view: 'native', label: 'Native', detail: 'Frames as GDB has them' },
];

/** Which frames a stack shows: a command for each view, and one that asks. The key `twinstack.frameView` is the selected session's, for menus. */
export function registerFrameView(context: vscode.ExtensionContext): void {
    const chosen = new Map<string, string>(); // by the session's id
    const tell = (): void => {
        const session = activeSession();
        const view = session && shown(session, chosen);
        void vscode.commands.executeCommand('setContext', 'twinstack.frameView', view);
    };
    const show = async (session: vscode.DebugSession, view: string): Promise<void> => {
        await asker(session)('twinstack.frameView', { view });
        chosen.set(session.id, view);
        tell();
    };
    context.subscriptions.push(
        ...VIEWS.map(({ view }) => sessionCommand(`twinstack.frameView.${view}`, (session) => show(session, view))),
        sessionCommand('twinstack.frameView', async (session) => {
            const now = shown(session, chosen);
            const picks = VIEWS.map((each) => ({ ...each, description: each.view === now ? 'shown now' : '' }));
            const picked = await vscode.window.showQuickPick(picks, { placeHolder: 'The frames that the Call Stack shows' });
            if (picked !== undefined) {
                await show(session, picked.view);
            }
        }),
        vscode.debug.onDidChangeActiveDebugSession(tell),
        vscode.debug.onDidTerminateDebugSession((session) => chosen.delete(session.id)),
    );
}

/** What the user has chosen, else what the launch configuration says. */
function shown(session: vscode.DebugSession, chosen: Map<string, string>): string {
    const configured: unknown = session.configuration.frameView;
    return chosen.get(session.id) ?? (typeof configured === 'string' ? configured : 'merged');
}
