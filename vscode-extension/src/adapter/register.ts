import * as vscode from 'vscode';
import { DEBUG_TYPE } from '../dap/debugType';
import { environment, launcherOf } from './launcher';

/** Starts an adapter for each session: the launcher, which speaks the protocol on its standard streams. */
export function registerAdapter(context: vscode.ExtensionContext): void {
    const launcher = launcherOf(context);
    context.subscriptions.push(
        vscode.debug.registerDebugAdapterDescriptorFactory(DEBUG_TYPE, {
            createDebugAdapterDescriptor: async () =>
                new vscode.DebugAdapterExecutable(launcher.command, [...launcher.args], { env: await environment(launcher) }),
        }),
    );
}
