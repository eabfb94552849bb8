/** Of DAP's messages, and of Twinstack's own, as much as this extension reads. */

/** An answer or an event. */
export interface Message {
    type: string;
    event?: string;
    command?: string;
    success?: boolean;
    message?: string;
    body?: {
        threadId?: number;
        areas?: string[];
        category?: string;
        output?: string;
        error?: { format?: string; showUser?: boolean };
    };
}

export interface Source {
    name?: string;
    path?: string;
    sourceReference?: number;
}

export interface StackFrame {
    id: number;
    name: string;
    line: number;
    column: number;
    source?: Source;
    presentationHint?: string;
}

export interface Scope {
    name: string;
    presentationHint?: string;
    variablesReference: number;
}

export interface Variable {
    name: string;
    value: string;
    type?: string;
    evaluateName?: string;
    variablesReference: number;
    memoryReference?: string;
    namedVariables?: number;
    indexedVariables?: number;
}

export interface Module {
    name: string;
    path?: string;
    version?: string;
    symbolStatus?: string;
}

export interface ExceptionInfo {
    exceptionId: string;
    description?: string;
    details?: { message?: string; fullTypeName?: string; stackTrace?: string };
}

/** A row of `twinstack.threads`: `gil` is `holds`, `waits`, `released`, a free-threaded Python's word, why it cannot be read, or missing. */
export interface ThreadRow {
    id: number;
    name: string;
    osId: number;
    gil?: string | null;
    interpreter?: number | null;
    python: boolean;
}

/** Each request that is sent, with its arguments and the body of its answer. */
export interface Requests {
    'threads': { arguments: undefined; body: { threads: { id: number; name: string }[] } };
    'stackTrace': { arguments: { threadId: number; startFrame?: number; levels?: number }; body: { stackFrames: StackFrame[]; totalFrames?: number } };
    'scopes': { arguments: { frameId: number }; body: { scopes: Scope[] } };
    'variables': { arguments: { variablesReference: number; filter?: 'indexed' | 'named'; start?: number; count?: number }; body: { variables: Variable[] } };
    'evaluate': { arguments: { expression: string; frameId?: number; context: string }; body: Omit<Variable, 'name' | 'value'> & { result: string } };
    'exceptionInfo': { arguments: { threadId: number }; body: ExceptionInfo };
    'modules': { arguments: { startModule?: number; moduleCount?: number }; body: { modules: Module[] } };
    'twinstack.threads': { arguments: undefined; body: { threads: ThreadRow[]; running: boolean; reason?: string | null } };
    'twinstack.frameView': { arguments: { view: string }; body: undefined };
}

/** Sends a request of a session; rejects with the adapter's sentence. */
export type Ask = <Command extends keyof Requests>(command: Command, args: Requests[Command]['arguments']) => Promise<Requests[Command]['body']>;
