const vscode = require('vscode');

const SIZE = 32; // bytes that are shown

const viewer = {
    openCustomDocument: uri => ({ uri, dispose: () => undefined }),

    /** VS Code reads memory through a file whose query names the range. */
    async resolveCustomEditor({ uri }, panel) {
        const bytes = await vscode.workspace.fs.readFile(uri.with({ query: `range=0:${SIZE}` }));
        panel.webview.html = `<pre>${Buffer.from(bytes).toString('hex').replace(/../g, '$& ').trim()}</pre>`;
    },
};

exports.activate = context => context.subscriptions.push(vscode.window.registerCustomEditorProvider('hexEditor.hexedit', viewer));
