/* A harmless signal in the middle of what is stepped through. */
#include <signal.h>
#include <stdio.h>

static volatile int noticed;

static void notice(int signal)
{
    noticed += signal; /* @handler */
}

static int half(int number)
{
    return number / 2; /* @half */
}

static int work(int number)
{
    int sum = number; /* @work */
    raise(SIGUSR1);   /* @raise */
    sum += 1;
    return sum;
}

int main(void)
{
    signal(SIGUSR1, notice);
    int one = work(0);                   /* @call */
    int two = half(work(one) + 2);       /* @nested */
    printf("%d %d %d\n", one, two, noticed); /* @print */
    return 0;
}
