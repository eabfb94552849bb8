/* Runs until the file of the first argument exists. */
#include <stdio.h>
#include <unistd.h>

static volatile long ticks;

static void tick(void)
{
    ticks++; /* @tick */
}

int main(int argc, char **argv)
{
    puts("running");
    fflush(stdout);
    while (argc < 2 || access(argv[1], F_OK) != 0) {
        tick();
        usleep(1000); /* @sleep */
    }
    puts("told to stop"); /* @told */
    return 0;
}
