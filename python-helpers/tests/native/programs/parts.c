/* With -O2 hot() is in two parts: what is hardly ever run lies far before the rest, other functions between them. */
#include <stdlib.h>

volatile int v;

__attribute__((noinline, cold)) void bad(int n)
{
    v += n;
}

__attribute__((noinline)) int middle(int n)
{
    v += n;  /* @middle */
    return v * 3;
}

__attribute__((noinline)) int hot(int n)
{
    v ^= n;
    if (__builtin_expect(n == 12345, 0)) {
        bad(n);  /* @cold */
        v *= 7;
        abort();
    }
    v += 3;  /* @hot */
    return v;
}

int main(int count, char **arguments)
{
    return middle(count) + hot(count) == 77;
}
