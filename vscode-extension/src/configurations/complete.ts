import type { DebugConfiguration } from 'vscode';

/** What the editor knows that a launch configuration leaves out. */
export interface Surroundings {
    /** The folder of the workspace that it belongs to. */
    readonly folder?: string | undefined;
    /** The GDB of the settings; empty where none is set. */
    readonly gdb: string;
    /** The interpreter that is selected; undefined where `python3` of PATH will do. */
    readonly python: () => Promise<string | undefined>;
}

/** The names of launch.json that are looked for here, each with those that mean the same, as package.json has them. */
export const NAMES = {
    pipe: ['pipe', 'pipeTransport'],
    gdb: ['gdb', 'miDebuggerPath', 'gdbpath'],
    python: ['python', 'pythonPath'],
    coreFile: ['coreFile', 'coreDumpPath'],
    target: ['target', 'miDebuggerServerAddress', 'gdb-remote-port'],
} as const;

/** The configuration with the working directory, the GDB and the interpreter that it does not name itself. One for another machine is left as it is. */
export async function complete(configuration: DebugConfiguration, around: Surroundings): Promise<DebugConfiguration> {
    if (names(configuration, NAMES.pipe)) {
        return configuration;
    }
    return {
        ...(around.folder && { cwd: around.folder }),
        ...(around.gdb && !names(configuration, NAMES.gdb) && { gdb: around.gdb }),
        ...(await interpreter(configuration, around)),
        ...configuration,
    };
}

async function interpreter(configuration: DebugConfiguration, around: Surroundings): Promise<{ python?: string }> {
    if (names(configuration, NAMES.python) || !runsPython(configuration)) {
        return {};
    }
    const python = await around.python();
    return python ? { python } : {};
}

/** A file without this ending says by itself what runs it. */
function runsPython(configuration: DebugConfiguration): boolean {
    const program: unknown = configuration.program;
    const isFile = typeof program === 'string' && /\.py[wz]?$/.test(program);
    return configuration.request === 'launch' && (isFile || names(configuration, ['module', 'code'])) && !names(configuration, [...NAMES.coreFile, ...NAMES.target]);
}

function names(configuration: DebugConfiguration, attributes: readonly string[]): boolean {
    return attributes.some((attribute) => configuration[attribute] !== undefined);
}
