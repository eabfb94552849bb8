/* Stands for CPython's Python/ceval.c, in a build that has lines. */
void PyEval_EvalCode(void (*called)(void))
{
    called();
}
