import type { DebugConfiguration } from 'vscode';
import { DEBUG_TYPE } from '../dap/debugType';
import { isTestFile } from './pytest';

/** As much of the file in the editor as a configuration for it depends on. */
export interface OpenFile {
    readonly path: string;
    readonly language: string;
    /** The test of pytest at the cursor. */
    readonly test?: string | undefined;
}

/** What can be debugged, the likeliest first, with a file in the editor or none. */
export function offersFor(file: OpenFile | undefined): readonly DebugConfiguration[] {
    return [...(file?.language === 'python' ? ofPython(file) : PROGRAMS), ATTACH, CORE_FILE];
}

/** What F5 does by itself; undefined where the user has to choose. */
export function certainFor(file: OpenFile | undefined): DebugConfiguration | undefined {
    return file?.language === 'python' ? ofPython(file)[0] : undefined;
}

function ofPython({ path, test }: OpenFile): readonly DebugConfiguration[] {
    const file = launch('Python file', { program: path });
    if (!isTestFile(path)) {
        return [file];
    }
    const one = test ? [launch(`pytest, ${test}`, { module: 'pytest', args: [`${path}::${test}`] })] : [];
    return [...one, launch('pytest, this file', { module: 'pytest', args: [path] }), file];
}

/** What runs the code of an extension is in another file than that. */
const PROGRAMS: readonly DebugConfiguration[] = [
    launch('Python file…', { program: '${command:twinstack.choosePythonFile}' }),
    launch('pytest', { module: 'pytest' }),
    launch('Native program…', { program: '${command:twinstack.chooseProgram}' }),
];

/** Attaches to a process that is picked from a list. */
export const ATTACH: DebugConfiguration = { ...launch('Attach to a process…', { processId: '${command:twinstack.pickProcess}' }), request: 'attach' };
const CORE_FILE: DebugConfiguration = { ...launch('Core file…', { coreFile: '${command:twinstack.chooseCoreFile}' }), request: 'attach' };

function launch(name: string, rest: Record<string, unknown>): DebugConfiguration {
    return { type: DEBUG_TYPE, request: 'launch', name, ...rest };
}
