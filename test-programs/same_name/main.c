/* Calls two functions from two files with the same name. */
#include <stdio.h>

int one(int value);
int two(int value);

int main(void)
{
    printf("%d\n", one(1) + two(1)); /* @main */
    return 0;
}
