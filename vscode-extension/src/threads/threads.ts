import * as vscode from 'vscode';
import type { StackFrame, ThreadRow } from '../dap/messages';
import { sentence } from '../dap/sentence';
import { activeSession, asker } from '../dap/session';
import { standing } from './gil';

const LEVELS = 20; // frames of a thread that opens

export interface ThreadNode {
    readonly kind: 'thread';
    readonly row: ThreadRow;
    readonly running: boolean;
    readonly session: vscode.DebugSession;
}

interface FrameNode {
    readonly kind: 'frame';
    readonly frame: StackFrame;
    readonly session: vscode.DebugSession;
}

/** Why there are no threads to show. */
interface FailureNode {
    readonly kind: 'failure';
    readonly why: string;
}

type Node = ThreadNode | FrameNode | FailureNode;

/** The threads of the selected session with how each stands to the GIL; one opens into its newest frames. */
export class Threads implements vscode.TreeDataProvider<Node> {
    private readonly changed = new vscode.EventEmitter<undefined>();
    readonly onDidChangeTreeData = this.changed.event;

    refresh(): void {
        this.changed.fire(undefined);
    }

    getTreeItem(node: Node): vscode.TreeItem {
        switch (node.kind) {
            case 'thread': return threadItem(node);
            case 'frame': return frameItem(node);
            case 'failure': return failureItem(node);
        }
    }

    async getChildren(node?: Node): Promise<Node[]> {
        if (node === undefined) {
            const session = activeSession();
            return session === undefined ? [] : threads(session);
        }
        return node.kind === 'thread' ? (await frames(node)).map((frame) => ({ kind: 'frame', frame, session: node.session })) : [];
    }
}

/** Nothing of a session that has ended meanwhile. */
async function threads(session: vscode.DebugSession): Promise<Node[]> {
    try {
        const { threads, running } = await asker(session)('twinstack.threads', undefined);
        return threads.map((row) => ({ kind: 'thread', row, running, session }));
    } catch (error) {
        return session === activeSession() ? [{ kind: 'failure', why: sentence(error) }] : [];
    }
}

async function frames({ row, session }: ThreadNode): Promise<StackFrame[]> {
    return (await asker(session)('stackTrace', { threadId: row.id, startFrame: 0, levels: LEVELS })).stackFrames;
}

/** Opens a thread's newest frame that has a source file, and is not of a library, in the editor. */
export async function showThread(thread: ThreadNode): Promise<void> {
    const frame = (await frames(thread)).find((each) => each.source?.path !== undefined && each.presentationHint !== 'subtle');
    if (frame === undefined) {
        throw new Error(`No frame of ${thread.row.name} has a source file; open the thread in the Call Stack view to see its instructions.`);
    }
    await vscode.commands.executeCommand('vscode.open', ...opened(frame, thread.session));
}

function threadItem(thread: ThreadNode): vscode.TreeItem {
    const { row, running, session } = thread;
    const { text, icon } = standing(row, running);
    const open = running ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(row.name, open);
    item.id = `${session.id} ${row.id}`;
    item.description = row.osId === 0 ? text : `${text} · ${row.osId}`;
    item.tooltip = `${row.name}: ${text}`;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.accessibilityInformation = { label: item.tooltip };
    if (!running) {
        item.command = { command: 'twinstack.showThread', title: 'Show Thread', arguments: [thread] };
    }
    return item;
}

function frameItem({ frame, session }: FrameNode): vscode.TreeItem {
    const item = new vscode.TreeItem(frame.name);
    item.iconPath = new vscode.ThemeIcon(frame.presentationHint === 'subtle' ? 'debug-stackframe-dot' : 'debug-stackframe');
    if (frame.source !== undefined) {
        item.description = `${frame.source.name ?? frame.source.path ?? ''}:${frame.line}`;
        item.command = { command: 'vscode.open', title: 'Show Frame', arguments: opened(frame, session) };
    }
    return item;
}

function failureItem({ why }: FailureNode): vscode.TreeItem {
    const item = new vscode.TreeItem(why);
    item.tooltip = why;
    item.iconPath = new vscode.ThemeIcon('warning');
    return item;
}

/** The arguments of `vscode.open` that lead to a frame. */
function opened(frame: StackFrame, session: vscode.DebugSession): [vscode.Uri, vscode.TextDocumentShowOptions] {
    const line = Math.max(frame.line - 1, 0);
    const uri = vscode.debug.asDebugSourceUri(frame.source as vscode.DebugProtocolSource, session);
    return [uri, { selection: new vscode.Range(line, 0, line, 0), preserveFocus: true }];
}
