/* A child process runs over its parent's breakpoints; it is started when the file of the first argument exists, or at once. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int work(int number)
{
    return number + 1; /* @work */
}

int main(int argc, char **argv)
{
    int status = 0;
    while (argc > 1 && access(argv[1], F_OK) != 0)
        usleep(1000);
    pid_t child = fork();
    if (child == 0)
        _exit(work(6));
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        printf("child died of signal %d\n", WTERMSIG(status));
    else
        printf("child exited with %d\n", WEXITSTATUS(status));
    fflush(stdout);
    return work(1); /* @parent */
}
