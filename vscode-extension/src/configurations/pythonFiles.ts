/** A Python file of the workspace, as it is offered. */
export interface PythonFile {
    readonly label: string;
    readonly path: string;
}

export const MOST_FILES = 1_000;

/** Those of the files that are offered, by their names, with what is said above them; undefined where there is none. `files` are one more than `MOST_FILES` where there are more. */
export function offeredFiles(files: readonly PythonFile[]): { readonly files: PythonFile[]; readonly placeHolder: string } | undefined {
    if (files.length === 0) {
        return undefined;
    }
    const more = files.length > MOST_FILES ? `; there are more than these ${MOST_FILES}: name one of the others as "program" in launch.json` : '';
    return {
        files: files.slice(0, MOST_FILES).sort((one, other) => one.label.localeCompare(other.label)),
        placeHolder: `The Python file to run, which imports the extension${more}`,
    };
}
