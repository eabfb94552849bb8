/* Writes as many bytes as its argument says, then echoes its input's lines with "got ". */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char block[65536];

static int wrote(long from, long size)
{
    for (long i = 0; i < size; i++)
        block[i] = (from + i) % 61 == 60 ? '\n' : 'A' + (from + i) % 53;
    for (long done = 0; done < size;) {
        long part = write(1, block + done, size - done);
        if (part < 0)
            return 0;
        done += part;
    }
    return 1;
}

int main(int count, char **arguments)
{
    long total = atol(arguments[1]);
    for (long from = 0; from < total; from += sizeof block)
        if (!wrote(from, total - from < (long)sizeof block ? total - from : (long)sizeof block))
            return 9;
    char line[100];
    while (count > 2 && fgets(line, sizeof line, stdin)) {
        printf("got %s", line);
        fflush(stdout);
    }
    return 0;
}
