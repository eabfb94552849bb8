/* A second thread that stands 8,000 calls deep. */
#include <pthread.h>

static int stop(int depth) { return depth; }

static int deeper(int depth)
{
    return depth ? deeper(depth - 1) + 1 : stop(depth);
}

static void *work(void *nothing)
{
    deeper(8000);
    return nothing;
}

int main(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
