/* As many threads as the first argument says; all of them meet, and then each works once, unless a second argument has them stay. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_barrier_t all_here, go_on;
static int worked;

static void work(long number)
{
    __atomic_add_fetch(&worked, number > 0, __ATOMIC_SEQ_CST); /* @work */
}

static void *run(void *number)
{
    pthread_barrier_wait(&all_here);
    pthread_barrier_wait(&go_on);
    work((long)number);
    return NULL;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 2;
    pthread_t threads[1000];
    pthread_barrier_init(&all_here, NULL, count + 1);
    pthread_barrier_init(&go_on, NULL, count + 1);
    for (long i = 0; i < count; i++)
        pthread_create(&threads[i], NULL, run, (void *)(i + 1));
    pthread_barrier_wait(&all_here);
    puts("all here"); /* @here */
    fflush(stdout);
    while (argc > 2)
        pause();
    pthread_barrier_wait(&go_on);
    for (long i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
    printf("%d worked\n", worked); /* @joined */
    return 0;
}
