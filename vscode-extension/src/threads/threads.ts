import * as vscode from 'vscode';
import type { StackFrame, ThreadRow } from '../dap/messages';
import { activeSession, asker } from '../dap/session';
import { standing } from './gil';

const LEVELS = 20; // frames of a thread that opens

export interface ThreadNode {
    kind: 'thread';
    row: ThreadRow;
    running: boolean;
}

interface FrameNode {
    kind: 'frame';
    frame: StackFrame;
    session: vscode.DebugSession;
}

type Node = ThreadNode | FrameNode;

/** The threads of the selected session with how each stands to the GIL; one opens into its newest frames. */
export class Threads implements vscode.TreeDataProvider<Node> {
    private readonly changed = new vscode.EventEmitter<undefined>();
    readonly onDidChangeTreeData = this.changed.event;

    refresh(): void {
        this.changed.fire(undefined);
    }

    getTreeItem(node: Node): vscode.TreeItem {
        return node.kind === 'thread' ? threadItem(node) : frameItem(node);
    }

    async getChildren(node?: Node): Promise<Node[]> {
        const session = activeSession();
        if (session === undefined || node?.kind === 'frame') {
            return [];
        }
        if (node === undefined) {
            return threads(session);
        }
        return (await frames(session, node.row.id)).map((frame) => ({ kind: 'frame', frame, session }));
    }
}

/** None before the program is there. */
async function threads(session: vscode.DebugSession): Promise<ThreadNode[]> {
    try {
        const { threads, reason } = await asker(session)('twinstack.threads', undefined);
        const running = reason === 'The program is running.';
        return threads.map((row) => ({ kind: 'thread', row, running }));
    } catch {
        return []; // the session has just ended, or is about to begin: the welcome text says what to do
    }
}

async function frames(session: vscode.DebugSession, threadId: number): Promise<StackFrame[]> {
    return (await asker(session)('stackTrace', { threadId, startFrame: 0, levels: LEVELS })).stackFrames;
}

/** Opens a thread's newest frame that has a source file, and is not of a library, in the editor. */
export async function showThread(session: vscode.DebugSession, node: unknown): Promise<void> {
    const { row } = node as ThreadNode;
    const frame = (await frames(session, row.id)).find((each) => each.source?.path !== undefined && each.presentationHint !== 'subtle');
    if (frame === undefined) {
        throw new Error(`No frame of ${row.name} has a source file; open the thread in the Call Stack view to see its instructions.`);
    }
    await vscode.commands.executeCommand('vscode.open', ...opened(frame, session));
}

function threadItem({ row, running }: ThreadNode): vscode.TreeItem {
    const { text, icon } = standing(row, running);
    const open = running ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(row.name, open);
    item.id = `thread ${row.id}`;
    item.description = row.osId === 0 ? text : `${text} · ${row.osId}`;
    item.tooltip = `${row.name}: ${text}`;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.accessibilityInformation = { label: item.tooltip };
    if (!running) {
        item.command = { command: 'twinstack.showThread', title: 'Show Thread', arguments: [{ kind: 'thread', row, running }] };
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

/** The arguments of `vscode.open` that lead to a frame. */
function opened(frame: StackFrame, session: vscode.DebugSession): [vscode.Uri, vscode.TextDocumentShowOptions] {
    const line = Math.max(frame.line - 1, 0);
    const uri = vscode.debug.asDebugSourceUri(frame.source as vscode.DebugProtocolSource, session);
    return [uri, { selection: new vscode.Range(line, 0, line, 0), preserveFocus: true }];
}
