import { execFile } from 'node:child_process';
import * as vscode from 'vscode';

/** Where the extension keeps the launcher; run by the shell, as an archive that was unpacked may have lost its mode. */
export interface Launcher {
    readonly command: string;
    readonly args: readonly string[];
    readonly archives: string;
}

export function launcherOf(context: vscode.ExtensionContext): Launcher {
    return { command: '/bin/sh', args: [context.asAbsolutePath('bin/twinstack')], archives: context.globalStorageUri.fsPath };
}

/** What the launcher is told besides: the Java of the setting, and where the JVM may keep the classes that it has loaded. */
export function environment(launcher: Launcher): Record<string, string> {
    const java = vscode.workspace.getConfiguration('twinstack').get('java', '').trim();
    return { TWINSTACK_CLASS_ARCHIVES: launcher.archives, ...(java && { TWINSTACK_JAVA: java }) };
}

/** Why the launcher finds no Java that it can run, as a sentence; undefined when it finds one. */
export function javaProblem(launcher: Launcher): Promise<string | undefined> {
    const options = { env: { ...process.env, ...environment(launcher) }, timeout: 10_000 };
    return new Promise((resolve) => {
        execFile(launcher.command, [...launcher.args, '--java'], options, (error, _path, stderr) => {
            resolve(error ? stderr.trim().replace(/^twinstack: /, '') || error.message : undefined);
        });
    });
}
