/* What becomes of SIGTERM: argv[1] says how it is met; then a line tells that all is set, and the program waits for its input to end. */
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void handled(int number)
{
}

static void mask(int how, int number)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(how, &set, 0);
}

static void wait_for_end(void)
{
    char byte;
    printf("set\n");
    fflush(stdout);
    while (read(0, &byte, 1) > 0)
        ;
    _exit(0);
}

static void *outlive_main(void *unused)
{
    char state = 0;
    mask(SIG_BLOCK, SIGTERM);
    for (int tries = 0; state != 'Z' && tries < 10000; tries++) {
        FILE *status = fopen("/proc/self/stat", "r");
        fscanf(status, "%*d (%*[^)]) %c", &state);
        fclose(status);
        usleep(1000);
    }
    wait_for_end();
    return 0;
}

static sem_t open_for_all;

static void *wait_open(void *unused)
{
    sem_post(&open_for_all); /* glibc starts a thread with every signal blocked */
    pause();
    return 0;
}

int main(int argc, char **argv)
{
    pthread_t other;
    const char *how = argv[1];
    if (strcmp(how, "blocked") == 0)
        mask(SIG_BLOCK, SIGTERM);
    else if (strcmp(how, "ignored") == 0)
        signal(SIGTERM, SIG_IGN);
    else if (strcmp(how, "handled") == 0)
        signal(SIGTERM, handled);
    else if (strcmp(how, "blocked by one thread") == 0) {
        sem_init(&open_for_all, 0, 0);
        pthread_create(&other, 0, wait_open, 0);
        sem_wait(&open_for_all);
        mask(SIG_BLOCK, SIGTERM);
    } else if (strcmp(how, "blocked by the thread that is left") == 0) {
        pthread_create(&other, 0, outlive_main, 0);
        pthread_exit(0);
    } else if (strcmp(how, "neighbours") == 0) {
        mask(SIG_BLOCK, SIGTERM - 1);
        mask(SIG_BLOCK, SIGTERM + 1);
        signal(SIGTERM - 1, SIG_IGN);
        signal(SIGTERM + 1, handled);
    }
    wait_for_end();
}
