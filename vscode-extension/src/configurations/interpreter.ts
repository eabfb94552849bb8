import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** As much of the Python extension's public interface as is used here. */
interface PythonExtension {
    readonly environments: {
        getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
        resolveEnvironment(environment: { readonly path: string }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
    };
}

const PATIENCE_MS = 5_000;

/** The interpreter that is selected in the Python extension, or that of a virtual environment of the folder or of the shell; undefined without any. */
export async function interpreterFor(folder: vscode.WorkspaceFolder | undefined): Promise<string | undefined> {
    return (await selected(folder)) ?? (await firstThatRuns(candidates(folder?.uri.fsPath, process.env)));
}

async function selected(folder: vscode.WorkspaceFolder | undefined): Promise<string | undefined> {
    const extension = vscode.extensions.getExtension<PythonExtension | undefined>('ms-python.python');
    if (!extension) {
        return undefined;
    }
    const asked = Promise.resolve(extension.activate())
        .then((python) => python?.environments.resolveEnvironment(python.environments.getActiveEnvironmentPath(folder?.uri)))
        .then((environment) => environment?.executable.uri?.fsPath)
        .catch(() => undefined); // an extension that does not start must not keep a session from starting
    return Promise.race([asked, afterPatience()]);
}

function afterPatience(): Promise<undefined> {
    return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, undefined).unref());
}

function candidates(folder: string | undefined, environment: NodeJS.ProcessEnv): readonly string[] {
    const ofFolder = folder ? [path.join(folder, '.venv'), path.join(folder, 'venv')] : [];
    const ofShell = [environment.VIRTUAL_ENV, environment.CONDA_PREFIX].filter((each) => each !== undefined);
    return [...ofFolder, ...ofShell].map((directory) => path.join(directory, 'bin', 'python'));
}

async function firstThatRuns(files: readonly string[]): Promise<string | undefined> {
    for (const file of files) {
        if (await access(file, constants.X_OK).then(() => true, () => false)) {
            return file;
        }
    }
    return undefined;
}
