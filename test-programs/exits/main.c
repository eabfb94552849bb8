/* Ends in the way that the arguments name: "code N", "segv", "abort" or "term". */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *way = argc > 1 ? argv[1] : "";
    printf("way %s\n", way); /* @choose */
    fflush(stdout);
    if (strcmp(way, "segv") == 0)
        *(volatile int *)0 = 1; /* @segv */
    if (strcmp(way, "abort") == 0)
        abort(); /* @abort */
    if (strcmp(way, "term") == 0)
        raise(SIGTERM); /* @term */
    return argc > 2 ? atoi(argv[2]) : 0; /* @return */
}
