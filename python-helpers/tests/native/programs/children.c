/* Starts the child that the first argument names, by "fork" or by "spawn", and prints how it ended. */
#include <spawn.h>
#include <stdio.h>
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
    waitpid(started(arguments[1]), &status, 0);
    return status == 7 << 8 ? 3 : 4;
}
