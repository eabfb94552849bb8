import type { Message } from '../dap/messages';

/** Why a session cannot begin, or what the adapter itself says in the debug console (which is not the program's output); otherwise undefined. */
export function sentenceOf(message: Message): string | undefined {
    if (message.type === 'response' && !message.success && (message.command === 'launch' || message.command === 'attach')) {
        return message.body?.error?.format;
    }
    const isConsole = message.event === 'output' && ['console', 'important'].includes(message.body?.category ?? 'console');
    return isConsole ? message.body?.output?.trim() : undefined;
}
