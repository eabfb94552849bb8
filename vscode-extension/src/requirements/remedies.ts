/** What a button does about something that is missing: opens a setting or a section of requirements.md, copies a text, or runs a command, of another extension where that is installed. */
export type Action =
    | { readonly title: string; readonly setting: string }
    | { readonly title: string; readonly copied: string }
    | { readonly title: string; readonly section: string }
    | { readonly title: string; readonly command: string; readonly extension?: string };

/** Words of a sentence, of the adapter's or the launcher's, and the buttons that it gets. */
interface Remedy {
    readonly words: readonly string[];
    readonly actions: readonly Action[];
}

export const REMEDIES: readonly Remedy[] = [
    {
        words: ['Java 17 or newer'],
        actions: [
            { title: 'Open Settings', setting: 'twinstack.java' },
            { title: 'How to Install', section: 'java' },
        ],
    },
    {
        words: ['Install GDB (the package gdb of your distribution)', 'Install a current GDB', 'Check that it is GDB'],
        actions: [
            { title: 'Open Settings', setting: 'twinstack.gdb' },
            { title: 'How to Install', section: 'gdb' },
        ],
    },
    {
        words: ['sysctl kernel.yama.ptrace_scope=0'],
        actions: [
            { title: 'Copy Command', copied: 'sudo sysctl kernel.yama.ptrace_scope=0' },
            { title: 'More', section: 'leave-to-attach' },
        ],
    },
    {
        words: ['--cap-add=SYS_PTRACE', 'a container needs the capability SYS_PTRACE', 'kernel.yama.ptrace_scope is 3'],
        actions: [{ title: 'More', section: 'leave-to-attach' }],
    },
    {
        words: ["set 'python' in the launch configuration to the path of one", "set 'python' in the launch configuration to the interpreter itself"],
        actions: [
            { title: 'Select Interpreter', command: 'python.setInterpreter', extension: 'ms-python.python' },
            { title: 'Which Is Taken', section: 'python' },
        ],
    },
    {
        words: ['Python frames cannot be shown'],
        actions: [{ title: 'Which Can Be Read', section: 'python' }],
    },
];

/** Why nothing can be debugged on a machine of this kind (Node's names), as a sentence; undefined where it can. */
export function platformProblem(platform: string): string | undefined {
    return platform === 'linux' ? undefined : 'Twinstack debugs on Linux; connect VS Code to a Linux machine (Remote SSH, WSL, or a container), and install the extension there.';
}

/** The buttons for a sentence; undefined where there is no more to do than it says. */
export function actionsFor(sentence: string): readonly Action[] | undefined {
    return REMEDIES.find((remedy) => remedy.words.some((words) => sentence.includes(words)))?.actions;
}
