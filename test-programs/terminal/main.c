/* Asks whether it has a terminal. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("terminal %d %d %d\n", isatty(0), isatty(1), isatty(2));
    fflush(stdout);
    fprintf(stderr, "to standard error\n");
    printf("to standard output\n");
    return 0; /* @end */
}
