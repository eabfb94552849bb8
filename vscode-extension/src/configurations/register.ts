import * as vscode from 'vscode';

/** F5 without a launch.json. */
export function registerConfigurations(context: vscode.ExtensionContext): void {
    context.subscriptions.push(
        vscode.debug.registerDebugConfigurationProvider('twinstack', {
            resolveDebugConfiguration: (_folder, configuration) =>
                !configuration.request
                    ? { type: 'twinstack', request: 'launch', name: 'Python file', program: '${file}' }
                    : configuration,
        }),
    );
}
