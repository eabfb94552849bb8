/** The sentence of what was thrown. */
export function sentence(thrown: unknown): string {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
