/* Starts the child that the first argument names, by "fork" or by "spawn", or as many as the second says, and ends with 3 when the first
   that ended did so with 7. */
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int worked(int number)
{
    return number + 1; /* @worked */
}

static pid_t started(const char *way)
{
    char *arguments[] = {"/bin/sh", "-c", "exit 7", NULL};
    char *environment[] = {NULL};
    pid_t child = 0;
    if (strcmp(way, "spawn") == 0)
        posix_spawn(&child, arguments[0], NULL, NULL, arguments, environment);
    else if ((child = fork()) == 0)
        _exit(worked(6));
    return child;
}

int main(int count, char **arguments)
{
    int status = -1;
    for (int left = count > 2 ? atoi(arguments[2]) : 1; left > 0; left--)
        started(arguments[1]);
    wait(&status);
    return status == 7 << 8 ? 3 : 4;
}
