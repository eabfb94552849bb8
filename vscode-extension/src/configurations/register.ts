import * as vscode from 'vscode';
import { javaProblem } from '../adapter/java';
import { environment, gdbOf, launcherOf } from '../adapter/launcher';
import type { Launcher } from '../adapter/run';
import { DEBUG_TYPE } from '../dap/debugType';
import { actionsFor, platformProblem } from '../requirements/remedies';
import { tell } from '../requirements/tell';
import { registerChoices, testIn } from './choose';
import { complete } from './complete';
import { interpreterFor } from './interpreter';
import { ATTACH, certainFor, offersFor, type OpenFile } from './offers';

/** F5 without a launch.json, the list of "Select and Start Debugging", "Twinstack: Attach to a Process…", and what a configuration leaves out. */
export function registerConfigurations(context: vscode.ExtensionContext): void {
    const launcher = launcherOf(context);
    registerChoices(context);
    context.subscriptions.push(
        vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, {
            resolveDebugConfiguration: (_folder, configuration) => begin(context, launcher, configuration),
            resolveDebugConfigurationWithSubstitutedVariables: (folder, configuration) => completed(folder, configuration),
        }),
        vscode.debug.registerDebugConfigurationProvider(
            DEBUG_TYPE,
            { provideDebugConfigurations: (folder) => (folder === home() ? [...offersFor(openFile())] : []) },
            vscode.DebugConfigurationProviderTriggerKind.Dynamic,
        ),
        vscode.commands.registerCommand('twinstack.attach', () => vscode.debug.startDebugging(home(), ATTACH)),
    );
}

/** The configuration to start with; undefined where nothing can be started, of which the user is told, or where he chooses nothing. */
async function begin(context: vscode.ExtensionContext, launcher: Launcher, given: vscode.DebugConfiguration): Promise<vscode.DebugConfiguration | undefined> {
    const problem = platformProblem(process.platform) ?? (await javaProblem(launcher, { ...process.env, ...(await environment(launcher)) }));
    if (problem) {
        void tell(context, problem, actionsFor(problem) ?? []);
        return undefined;
    }
    return given.request || given.name ? given : wanted(given); // VS Code says of one that is written what it lacks
}

/** What is debugged without a configuration, or with "Run Without Debugging" run. */
async function wanted(given: vscode.DebugConfiguration): Promise<vscode.DebugConfiguration | undefined> {
    const file = openFile();
    const chosen = certainFor(file) ?? (await choose(offersFor(file)));
    return chosen && { ...chosen, ...(given.noDebug === true && { noDebug: true }) };
}

function completed(folder: vscode.WorkspaceFolder | undefined, configuration: vscode.DebugConfiguration): Promise<vscode.DebugConfiguration> {
    const here = folder ?? home();
    return complete(configuration, {
        folder: here?.uri.fsPath,
        gdb: gdbOf(here),
        python: () => interpreterFor(here),
    });
}

async function choose(offers: readonly vscode.DebugConfiguration[]): Promise<vscode.DebugConfiguration | undefined> {
    const items = offers.map((configuration) => ({ label: configuration.name, configuration }));
    return (await vscode.window.showQuickPick(items, { placeHolder: 'What to debug' }))?.configuration;
}

/** The folder of the file in the editor, or the first one. VS Code asks for a list for each folder, and for one more. */
function home(): vscode.WorkspaceFolder | undefined {
    const file = vscode.window.activeTextEditor?.document.uri;
    return (file && vscode.workspace.getWorkspaceFolder(file)) ?? vscode.workspace.workspaceFolders?.[0];
}

function openFile(): OpenFile | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme !== 'file') {
        return undefined;
    }
    return { path: editor.document.uri.fsPath, language: editor.document.languageId, test: testIn(editor) };
}
