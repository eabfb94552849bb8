/* Does not end when it is asked to. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t times;

static void asked(int number)
{
    times += number != 0; /* @asked */
}

int main(void)
{
    signal(SIGTERM, asked);
    signal(SIGHUP, SIG_IGN);
    puts("running");
    fflush(stdout);
    for (;;)
        pause();
}
