import type { Ask, ExceptionInfo, Module, StackFrame, Variable } from '../dap/messages';

/** What a core file tells of the crash. */
export interface CrashFacts {
    exception: ExceptionInfo | undefined;
    threads: ThreadFacts[]; // the one that crashed first
    modules: Module[];
}

/** A thread, as DAP names it; `more`: there are older frames than those. */
export interface ThreadFacts {
    name: string;
    frames: FrameFacts[];
    more: boolean;
}

/** `locals`: of the newest frames of the thread that crashed; undefined of others. */
export interface FrameFacts {
    frame: StackFrame;
    locals: Variable[] | undefined;
}

const FRAMES = 200; // of a thread
const WITH_LOCALS = 8; // frames
const LOCALS = 40; // of a frame
const MODULES = 2000;

/** Asks a session of a core file, in which `crashed` is the thread that stopped. */
export async function gather(ask: Ask, crashed: number): Promise<CrashFacts> {
    const { threads } = await ask('threads', undefined);
    const inOrder = [...threads.filter(({ id }) => id === crashed), ...threads.filter(({ id }) => id !== crashed)];
    const told: ThreadFacts[] = [];
    for (const { id, name } of inOrder) {
        told.push(await thread(ask, id, name, id === crashed ? WITH_LOCALS : 0));
    }
    const { modules } = await ask('modules', { startModule: 0, moduleCount: MODULES });
    return { exception: await exception(ask, crashed), threads: told, modules };
}

/** None where the program was dumped without one, as by gcore. */
async function exception(ask: Ask, threadId: number): Promise<ExceptionInfo | undefined> {
    try {
        return await ask('exceptionInfo', { threadId });
    } catch {
        return undefined;
    }
}

async function thread(ask: Ask, threadId: number, name: string, withLocals: number): Promise<ThreadFacts> {
    const { stackFrames } = await ask('stackTrace', { threadId, startFrame: 0, levels: FRAMES + 1 });
    const shown = stackFrames.slice(0, FRAMES);
    const telling = shown.filter(({ source, presentationHint }) => source?.path !== undefined && presentationHint !== 'subtle').slice(0, withLocals);
    const frames: FrameFacts[] = [];
    for (const frame of shown) {
        frames.push({ frame, locals: telling.includes(frame) ? await locals(ask, frame) : undefined });
    }
    return { name, frames, more: stackFrames.length > FRAMES };
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
