/* Called from C++. */
int leaf(int value)
{
    return value;
}
