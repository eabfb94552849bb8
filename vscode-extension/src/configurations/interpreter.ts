import * as vscode from 'vscode';
import { interpreterOfEnvironment } from './environments';

/** As much of the Python extension's public interface as is used here. */
interface PythonExtension {
    readonly environments: {
        getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
        resolveEnvironment(environment: { readonly path: string }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
    };
}

const PATIENCE_MS = 5_000;

/** The interpreter that is selected in the Python extension, or that of a virtual environment; undefined without any. */
export async function interpreterFor(folder: vscode.WorkspaceFolder | undefined): Promise<string | undefined> {
    return (await selected(folder)) ?? interpreterOfEnvironment(folder?.uri.fsPath, process.env);
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
