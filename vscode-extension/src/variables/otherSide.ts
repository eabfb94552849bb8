import type { Ask, Variable } from '../dap/messages';

/** As much as is read of what VS Code hands to a command in a variable's context menu, which is of the selected session. */
export interface MenuArgument {
    readonly variable: Variable;
}

/** A Python object as C sees it: the fields of its struct, with its reference count and type. */
export async function cView(ask: Ask, variable: Variable): Promise<Variable> {
    const members = await inside(ask, variable);
    const view = members.find(({ name }) => name === '[C view]');
    if (view === undefined) {
        throw new Error(`'${variable.name}' has no C view, as it is no Python object.`);
    }
    return { ...view, name: `${variable.name} in C` };
}

/** What a variable of C points at as the Python object that it is; `frame`: where its expression holds. */
export async function pythonView(ask: Ask, variable: Variable, frame: number | undefined): Promise<Variable> {
    if (variable.evaluateName === undefined) {
        throw new Error(`'${variable.name}' has no Python view, as no expression leads to it.`);
    }
    const { result, ...rest } = await ask('evaluate', { expression: `(PyObject *)(${variable.evaluateName})`, frameId: frame, context: 'watch' });
    return { ...rest, name: `${variable.name} in Python`, value: result };
}

/** The address of the Python object that a variable is, as the function breakpoint on its reference count takes it. */
export async function address(ask: Ask, variable: Variable): Promise<string> {
    if (variable.memoryReference !== undefined && (await inside(ask, variable)).some(({ name }) => name === '[C view]')) {
        return variable.memoryReference;
    }
    throw new Error(`'${variable.name}' has no reference count, as it is no Python object.`);
}

async function inside(ask: Ask, variable: Variable): Promise<Variable[]> {
    if (variable.variablesReference === 0) {
        return [];
    }
    const { variables } = await ask('variables', { variablesReference: variable.variablesReference, filter: 'named' });
    return variables;
}
