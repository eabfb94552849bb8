/* Runs until it is killed, with SIGINT blocked. */
#include <signal.h>
#include <unistd.h>

volatile int ticks;

static void tick(void)
{
    ticks++;  /* @tick */
}

int main(void)
{
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, 0);
    for (;;) {
        tick();
        usleep(1000);
    }
}
