/* Reads its terminal, a line at a time. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[200];
    printf("ready\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL && strcmp(line, "end\n") != 0) {
        printf("read %s", line);
        fflush(stdout);
    }
    return 0;
}
