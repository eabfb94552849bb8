/* A function that Python calls through ctypes. */

int twice(int number)
{
    int result = 2 * number; /* @twice */
    return result;
}
