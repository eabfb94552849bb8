/** As much of a message of the adapter as tells of something missing. */
export interface AdapterMessage {
    readonly type?: string;
    readonly command?: string;
    readonly event?: string;
    readonly success?: boolean;
    readonly body?: {
        readonly category?: string;
        readonly output?: string;
        readonly error?: { readonly format?: string; showUser?: boolean };
    };
}

/** Why a session cannot begin, or what the adapter itself says in the debug console (which is not the program's output); otherwise undefined. */
export function sentenceOf(message: AdapterMessage): string | undefined {
    if (message.type === 'response' && !message.success && (message.command === 'launch' || message.command === 'attach')) {
        return message.body?.error?.format;
    }
    const isConsole = message.event === 'output' && ['console', 'important'].includes(message.body?.category ?? 'console');
    return isConsole ? message.body?.output?.trim() : undefined;
}
