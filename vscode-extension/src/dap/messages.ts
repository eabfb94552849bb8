/** Of DAP's messages, and of Twinstack's own, as much as this extension reads. */

/** An answer or an event. */
export interface Message {
    readonly type: string;
    readonly event?: string;
    readonly command?: string;
    readonly success?: boolean;
    readonly message?: string;
    readonly body?: {
        threadId?: number;
        areas?: string[];
        category?: string;
        output?: string;
        error?: { format?: string; showUser?: boolean };
    };
}

export interface Source {
    readonly name?: string;
    readonly path?: string;
    readonly sourceReference?: number;
}

export interface StackFrame {
    readonly id: number;
    readonly name: string;
    readonly line: number;
    readonly column: number;
    readonly source?: Source;
    readonly presentationHint?: string;
}

export interface Variable {
    readonly name: string;
    readonly value: string;
    readonly type?: string;
    readonly evaluateName?: string;
    readonly variablesReference: number;
    readonly memoryReference?: string;
    readonly namedVariables?: number;
    readonly indexedVariables?: number;
}

/** A row of `twinstack.threads`: `gil` is `holds`, `waits`, `released`, a free-threaded Python's word, why it cannot be read, or missing. */
export interface ThreadRow {
    readonly id: number;
    readonly name: string;
    readonly osId: number;
    readonly gil?: string | null;
    readonly interpreter?: number | null;
    readonly python: boolean;
}

/** Each request that is sent, with its arguments and the body of its answer. */
export interface Requests {
    'stackTrace': { arguments: { threadId: number; startFrame?: number; levels?: number }; body: { stackFrames: StackFrame[]; totalFrames?: number } };
    'variables': { arguments: { variablesReference: number; filter?: 'indexed' | 'named'; start?: number; count?: number }; body: { variables: Variable[] } };
    'evaluate': { arguments: { expression: string; frameId?: number | undefined; context: string }; body: Omit<Variable, 'name' | 'value'> & { result: string } };
    'twinstack.threads': { arguments: undefined; body: { threads: ThreadRow[]; running: boolean; reason?: string | null } };
    'twinstack.frameView': { arguments: { view: string }; body: undefined };
}

/** Sends a request of a session; rejects with the adapter's sentence. */
export type Ask = <Command extends keyof Requests>(command: Command, args: Requests[Command]['arguments']) => Promise<Requests[Command]['body']>;
