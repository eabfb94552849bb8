import type { Ask, ExceptionInfo, Module, StackFrame, Variable } from '../dap/messages';
import { sentence } from '../dap/sentence';

/** What a core file tells of a part of the crash, or, as a text, the sentence of why it cannot be read. */
export type Told<T> = T | string;

/** What a core file tells of the crash. */
export interface CrashFacts {
    readonly exception: Told<ExceptionInfo>;
    readonly threads: Told<ThreadFacts[]>; // the one that crashed first
    readonly modules: Told<Module[]>;
}

/** A thread, as DAP names it. */
export interface ThreadFacts {
    readonly name: string;
    readonly stack: Told<Stack>;
}

/** `more`: there are older frames than those. */
export interface Stack {
    readonly frames: FrameFacts[];
    readonly more: boolean;
}

/** `locals`: of the newest frames of the thread that crashed; undefined of others. */
export interface FrameFacts {
    readonly frame: StackFrame;
    readonly locals: Told<Variable[]> | undefined;
}

const FRAMES = 200; // of a thread
const WITH_LOCALS = 8; // frames
const LOCALS = 40; // of a frame
const MODULES = 2000;

/** Asks a session of a core file, in which `crashed` is the thread that stopped. What cannot be read takes nothing else with it. */
export async function gather(ask: Ask, crashed: number): Promise<CrashFacts> {
    return {
        exception: await told('What ended the program', ask('exceptionInfo', { threadId: crashed })),
        threads: await told('The list of threads', threads(ask, crashed)),
        modules: await told('The list of libraries', ask('modules', { startModule: 0, moduleCount: MODULES }).then(({ modules }) => modules)),
    };
}

async function told<T>(what: string, asked: Promise<T>): Promise<Told<T>> {
    try {
        return await asked;
    } catch (error) {
        return `${what} cannot be read: ${sentence(error)}`;
    }
}

async function threads(ask: Ask, crashed: number): Promise<ThreadFacts[]> {
    const { threads } = await ask('threads', undefined);
    const inOrder = [...threads.filter(({ id }) => id === crashed), ...threads.filter(({ id }) => id !== crashed)];
    const facts: ThreadFacts[] = [];
    for (const { id, name } of inOrder) {
        facts.push({ name, stack: await told(`The stack of ${name}`, stack(ask, id, id === crashed ? WITH_LOCALS : 0)) });
    }
    return facts;
}

async function stack(ask: Ask, threadId: number, withLocals: number): Promise<Stack> {
    const { stackFrames } = await ask('stackTrace', { threadId, startFrame: 0, levels: FRAMES + 1 });
    const shown = stackFrames.slice(0, FRAMES);
    const telling = shown.filter(({ source, presentationHint }) => source?.path !== undefined && presentationHint !== 'subtle').slice(0, withLocals);
    const frames: FrameFacts[] = [];
    for (const frame of shown) {
        frames.push({ frame, locals: telling.includes(frame) ? await told(`The variables of ${frame.name}`, locals(ask, frame)) : undefined });
    }
    return { frames, more: stackFrames.length > FRAMES };
}

async function locals(ask: Ask, frame: StackFrame): Promise<Variable[]> {
    const { scopes } = await ask('scopes', { frameId: frame.id });
    const scope = scopes.find(({ presentationHint }) => presentationHint === 'locals');
    if (scope === undefined) {
        return [];
    }
    const { variables } = await ask('variables', { variablesReference: scope.variablesReference });
    return variables.slice(0, LOCALS);
}
