/* Calls itself until the stack is full. */
static int dive(volatile int depth)
{
    return dive(depth + 1) + depth; /* @dive */
}

int main(void)
{
    return dive(0);
}
