/* A program whose function is called by way of ceval.c. */
void PyEval_EvalCode(void (*called)(void));

static int count;

static void counted(void)
{
    count++;
}

int main(void)
{
    PyEval_EvalCode(counted); /* @call */
    return 0; /* @behind */
}
