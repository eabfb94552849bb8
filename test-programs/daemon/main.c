/* Forks twice and leaves, as daemons do; the grandchild goes on. */
#include <sys/wait.h>
#include <unistd.h>

static int left_behind(int code)
{
    return code + 1; /* @left */
}

int main(void)
{
    pid_t child = fork();
    if (child != 0)
        return waitpid(child, NULL, 0) != child;
    setsid();
    if (fork() != 0)
        return 0;
    return left_behind(4);
}
