/* No CPython, although it has what one is known by. */
char _PyRuntime[1 << 20] = "cookie";

int main(void)
{
    return _PyRuntime[0] - 'c'; /* @return */
}
