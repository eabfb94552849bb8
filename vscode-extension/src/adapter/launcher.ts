import { mkdir } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Launcher } from './run';

export function launcherOf(context: vscode.ExtensionContext): Launcher {
    return { command: '/bin/sh', args: [context.asAbsolutePath('bin/twinstack')], archives: context.globalStorageUri.fsPath };
}

/** What the launcher is told besides: the Java of the setting, and the folder, which is there then, where the JVM may keep the classes that it has loaded. */
export async function environment({ archives }: Launcher): Promise<Record<string, string>> {
    await mkdir(archives, { recursive: true });
    const java = vscode.workspace.getConfiguration('twinstack').get('java', '').trim();
    return { TWINSTACK_CLASS_ARCHIVES: archives, ...(java && { TWINSTACK_JAVA: java }) };
}

/** The GDB of the settings, of this folder where they differ; empty where none is set. */
export function gdbOf(folder?: vscode.WorkspaceFolder): string {
    return vscode.workspace.getConfiguration('twinstack', folder).get('gdb', '').trim();
}
