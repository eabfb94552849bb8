import type { ExtensionContext } from 'vscode';
import { registerAdapter } from './adapter/register';
import { registerAttach } from './attach/register';
import { registerConfigurations } from './configurations/register';
import { registerCrashReport } from './crashReport/register';
import { registerFrameView } from './frameView/register';
import { registerHover } from './hover/register';
import { registerInlineValues } from './inlineValues/register';
import { registerRequirements } from './requirements/register';
import { registerThreads } from './threads/register';
import { registerVariables } from './variables/register';

/** The table of contents: a line for each concern. */
export function activate(context: ExtensionContext): void {
    registerAdapter(context);
    registerConfigurations(context);
    registerAttach(context);
    registerThreads(context);
    registerFrameView(context);
    registerVariables(context);
    registerInlineValues(context);
    registerHover(context);
    registerCrashReport(context);
    registerRequirements(context);
}
