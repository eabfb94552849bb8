import type { ExtensionContext } from 'vscode';
import { registerAdapter } from './adapter/register';
import { registerConfigurations } from './configurations/register';
import { registerRequirements } from './requirements/register';

/** The table of contents: a line for each concern. */
export function activate(context: ExtensionContext): void {
    registerAdapter(context);
    registerConfigurations(context);
    registerRequirements(context);
}
