const fs = require('node:fs');
const path = require('node:path');
const { Uri } = require('vscode');

const environments = {
    getActiveEnvironmentPath: resource => ({ path: path.join(resource.fsPath, 'selected') }),

    /** Undefined, as of an environment that is gone, where the workspace has none. */
    async resolveEnvironment({ path: folder }) {
        const python = path.join(folder, 'bin/python');
        return fs.existsSync(python) ? { executable: { uri: Uri.file(python) } } : undefined;
    },
};

exports.activate = () => ({ environments });
