/* Prints as many numbered lines of 64 bytes as the first argument says. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    long lines = argc > 1 ? atol(argv[1]) : 10;
    for (long line = 0; line < lines; line++)
        printf("%09ld %.53s\n", line, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    fflush(stdout); /* @flushed */
    return 0;
}
