import * as vscode from 'vscode';
import type { Variable } from '../dap/messages';
import { asker } from '../dap/session';

/** One value with what is inside, in a view of its own: empty once its session runs on, as the adapter's references end there. */
export class MemberTree implements vscode.TreeDataProvider<Variable> {
    private readonly changed = new vscode.EventEmitter<undefined>();
    readonly onDidChangeTreeData = this.changed.event;
    private root: { session: vscode.DebugSession; variable: Variable } | undefined;

    /** Undefined empties the view. */
    show(root: { session: vscode.DebugSession; variable: Variable } | undefined): void {
        this.root = root;
        this.changed.fire(undefined);
    }

    isOf(session: vscode.DebugSession): boolean {
        return this.root?.session.id === session.id;
    }

    getTreeItem(variable: Variable): vscode.TreeItem {
        const isRoot = variable === this.root?.variable;
        const open = isRoot ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
        const item = new vscode.TreeItem(variable.name, variable.variablesReference > 0 ? open : vscode.TreeItemCollapsibleState.None);
        item.description = variable.value;
        item.tooltip = variable.type === undefined ? variable.value : `${variable.value}\n${variable.type}`;
        item.accessibilityInformation = { label: `${variable.name}: ${variable.value}` };
        return item;
    }

    async getChildren(variable?: Variable): Promise<Variable[]> {
        if (this.root === undefined) {
            return [];
        }
        if (variable === undefined) {
            return [this.root.variable];
        }
        return (await asker(this.root.session)('variables', { variablesReference: variable.variablesReference })).variables; // of many, the last opens into the rest
    }
}
