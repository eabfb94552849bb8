/* Does what makes debuggers stumble; the first argument names what. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *wait_for_ever(void *argument)
{
    for (;;)
        pause();
    return argument;
}

/* A process of its own, which says by a file that it came to its end. */
static void become_daemon(const char *done)
{
    if (fork() > 0)
        return;
    setsid();
    if (fork() > 0)
        _exit(0);
    usleep(300000);
    close(creat(done, 0600));
    _exit(0);
}

static void block_all_signals(void)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    puts("blocked");
    fflush(stdout);
    for (;;)
        usleep(1000); /* @blocked */
}

static void execute_itself(char *program, int threads)
{
    pthread_t waiting;
    while (threads-- > 0)
        pthread_create(&waiting, NULL, wait_for_ever, NULL);
    execl(program, program, "code", "5", (char *)NULL);
}

/* As a daemon does; but its session still has the terminal. */
static void close_terminal(void)
{
    puts("closing");
    fflush(stdout);
    for (int descriptor = 0; descriptor < 3; descriptor++)
        close(descriptor);
    int terminal = open("/dev/tty", O_WRONLY); /* @closed */
    dprintf(terminal, "opened again\n");
}

/* What nohup started ignores SIGHUP, and so would this program. */
static void raise_in_spite_of_nohup(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

int main(int argc, char **argv)
{
    const char *way = argv[1]; /* @begin */
    if (strcmp(way, "code") == 0)
        return atoi(argv[2]); /* @executed */
    if (strcmp(way, "exec") == 0)
        execute_itself(argv[0], atoi(argv[2]));
    if (strcmp(way, "signal") == 0)
        raise_in_spite_of_nohup(atoi(argv[2]));
    if (strcmp(way, "daemon") == 0)
        become_daemon(argv[2]);
    if (strcmp(way, "block") == 0)
        block_all_signals();
    if (strcmp(way, "close") == 0)
        close_terminal();
    if (strcmp(way, "drop") == 0 && setuid(65534) != 0)
        return 1;
    if (strcmp(way, "user") == 0)
        printf("user %d\n", (int)geteuid());
    return 0; /* @end */
}
