/* Loops, calls and returns to step through. */
#include <stdio.h>

static int add(int left, int right)
{
    int sum = left + right; /* @add */
    return sum;             /* @add-end */
}

static int loop(int rounds)
{
    int total = 0;
    for (int round = 0; round < rounds; round++)
        total = add(total, round); /* @body */
    return total;                  /* @loop-end */
}

int main(void)
{
    int first = 1;          /* @first */
    int second = first + 1; /* @second */
    int third = loop(10);   /* @call */
    printf("%d\n", second + third); /* @print */
    return 0;                       /* @end */
}
