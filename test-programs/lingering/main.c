/* Ends while its child goes on and keeps the terminal open. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    signal(SIGHUP, SIG_IGN);
    if (fork() == 0) {
        sleep(30);
        _exit(0);
    }
    puts("parent ends");
    return 0;
}
