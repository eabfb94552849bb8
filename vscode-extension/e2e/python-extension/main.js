const fs = require('node:fs');
const path = require('node:path');
const { Uri, commands, window } = require('vscode');

const environments = {
    getActiveEnvironmentPath: resource => ({ path: path.join(resource.fsPath, 'selected') }),

    /** Undefined, as of an environment that is gone, where the workspace has none. */
    async resolveEnvironment({ path: folder }) {
        const python = path.join(folder, 'bin/python');
        return fs.existsSync(python) ? { executable: { uri: Uri.file(python) } } : undefined;
    },
};

exports.activate = context => {
    context.subscriptions.push(commands.registerCommand('python.setInterpreter', () => window.showInformationMessage('An interpreter is selected here')));
    return { environments };
};
