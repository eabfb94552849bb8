/* Watched locals whose function does not return: it is left by longjmp(), or by the end of the program. */
#include <setjmp.h>
#include <stdlib.h>

static jmp_buf back;
static int counted;

static void filled(int n)
{
    volatile char room[256];
    for (int i = 0; i < 256; i++)
        room[i] = n + i;
}

static void leaving(int n)
{
    int local = n;
    local++;  /* @leaving */
    if (local > 0)
        longjmp(back, 1);
}

int main(void)
{
    int outer = 0;
    int *heap = malloc(sizeof *heap);
    *heap = 0;
    outer++;  /* @main */
    counted++;
    if (!setjmp(back)) {
        leaving(1);
        outer = 0;
    }
    for (int i = 0; i < 5; i++)
        filled(i);
    outer = ++*heap;
    return 0;  /* @end */
}
