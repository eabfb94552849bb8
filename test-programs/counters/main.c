/* Two threads count, each for itself, until the file of the first argument exists. */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static volatile long counts[2];
static const char *end;

static void count(long which)
{
    counts[which]++; /* @count */
    usleep(1000);    /* @sleep */
}

static void *work(void *which)
{
    while (end == NULL || access(end, F_OK) != 0)
        count((long)which);
    return NULL; /* @done */
}

int main(int argc, char **argv)
{
    pthread_t threads[2];
    end = argc > 1 ? argv[1] : NULL;
    for (long i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    puts("counting");
    fflush(stdout);
    for (long i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    puts("counted"); /* @counted */
    return 0;
}
