import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import * as path from 'node:path';

/** The interpreter of a virtual environment: of `.venv` or `venv` in the folder, or of the one that the editor was started in. Undefined without any. */
export async function interpreterOfEnvironment(folder: string | undefined, variables: NodeJS.ProcessEnv): Promise<string | undefined> {
    const ofFolder = folder ? [path.join(folder, '.venv'), path.join(folder, 'venv')] : [];
    const ofShell = [variables.VIRTUAL_ENV, variables.CONDA_PREFIX].filter((each) => each !== undefined);
    for (const directory of [...ofFolder, ...ofShell]) {
        const python = path.join(directory, 'bin', 'python');
        if (await isExecutable(python)) {
            return python;
        }
    }
    return undefined;
}

function isExecutable(file: string): Promise<boolean> {
    return access(file, constants.X_OK).then(
        () => true,
        () => false,
    );
}
