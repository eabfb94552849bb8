/* What an allocator of the program's own and a signal's handler do: no Python code may run there. */
#include <signal.h>
#include <stdlib.h>

static int handled;

static void *memalign(size_t alignment, size_t size)
{
    char *made = malloc(size + alignment); /* @memalign */
    return made;
}

static void handle(int number)
{
    handled++; /* @handle */
}

void allocate(void)
{
    free(memalign(8, 8));
}

void interrupt(void)
{
    signal(SIGUSR1, handle);
    raise(SIGUSR1);
}
