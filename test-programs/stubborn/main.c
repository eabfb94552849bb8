/* Does not end when it is asked to. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    puts("running");
    fflush(stdout);
    for (;;)
        pause();
}
