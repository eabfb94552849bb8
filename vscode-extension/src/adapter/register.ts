import * as vscode from 'vscode';

/** Starts an adapter for each session: the launcher of this extension, which speaks the protocol on its standard streams. */
export function registerAdapter(context: vscode.ExtensionContext): void {
    const launcher = context.asAbsolutePath('bin/twinstack');
    context.subscriptions.push(
        vscode.debug.registerDebugAdapterDescriptorFactory('twinstack', {
            createDebugAdapterDescriptor: () => new vscode.DebugAdapterExecutable('/bin/sh', [launcher]),
        }),
    );
}
