import * as vscode from 'vscode';
import type { Launcher } from './java';

export function launcherOf(context: vscode.ExtensionContext): Launcher {
    return { command: '/bin/sh', args: [context.asAbsolutePath('bin/twinstack')], archives: context.globalStorageUri.fsPath };
}

/** What the launcher is told besides: the Java of the setting, and where the JVM may keep the classes that it has loaded. */
export function environment(launcher: Launcher): Record<string, string> {
    const java = vscode.workspace.getConfiguration('twinstack').get('java', '').trim();
    return { TWINSTACK_CLASS_ARCHIVES: launcher.archives, ...(java && { TWINSTACK_JAVA: java }) };
}
