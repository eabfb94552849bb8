/* What a worker of aside.py does while the main thread is at work for the debugger. */

#include <unistd.h>

volatile int there;

int met(int number)
{
    there = number;
    return number; /* @met */
}

int crash(int number)
{
    there = number;
    return *(volatile int *)0;
}

/* Called with the GIL: nobody else runs Python code until the file is there. */
int hold(const char *file)
{
    there = 1;
    while (access(file, F_OK) != 0)
        usleep(1000);
    return 0;
}
