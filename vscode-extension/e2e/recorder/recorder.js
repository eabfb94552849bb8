// Tells by a file `started` that VS Code has started its extensions. Writes each session's DAP messages to dap.log beside the workspace, and has Twinstack write what it says to GDB to mi-*.log there.
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

const LONGEST = 4000; // characters of one message

function folder() {
    return path.dirname(vscode.workspace.workspaceFolders[0].uri.fsPath);
}

let sessions = 0;

function writeMiLog(_, configuration) {
    const number = ++sessions;
    return { logFile: path.join(folder(), `mi-${number}.log`), ...configuration };
}

function record(session) {
    const began = Date.now();
    const write = (direction, message) => {
        const text = typeof message === 'string' ? message : JSON.stringify(message);
        fs.appendFileSync(path.join(folder(), 'dap.log'), `${session.id.slice(0, 4)} ${Date.now() - began} ms ${direction} ${text.slice(0, LONGEST)}\n`);
    };
    return {
        onWillReceiveMessage: message => write('->', message),
        onDidSendMessage: message => write('<-', message),
        onError: error => write('!!', String(error)),
        onExit: (code, signal) => write('..', `the adapter has ended: ${code ?? signal}`),
    };
}

exports.activate = context => {
    if (process.env.TWINSTACK_E2E_PLATFORM) Object.defineProperty(process, 'platform', { value: process.env.TWINSTACK_E2E_PLATFORM }); // of all extensions
    context.subscriptions.push(
        vscode.debug.registerDebugConfigurationProvider('twinstack', { resolveDebugConfigurationWithSubstitutedVariables: writeMiLog }),
        vscode.debug.registerDebugAdapterTrackerFactory('twinstack', { createDebugAdapterTracker: record }),
    );
    fs.writeFileSync(path.join(folder(), 'started'), '');
};
