/* Blocks SIGINT and runs on. */
#include <signal.h>
#include <unistd.h>

static volatile long rounds;

int main(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (;;) {
        rounds++; /* @round */
        usleep(1000);
    }
}
