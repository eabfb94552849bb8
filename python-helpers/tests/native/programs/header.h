/* Functions of which each of two sources uses one. */
static inline int first(int n)
{
    return n + 1;  /* @first */
}

static inline int second(int n)
{
    return n + 2;  /* @second */
}
