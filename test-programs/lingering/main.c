/* Ends while its child goes on and keeps the terminal open; with an argument it stays, too. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    signal(SIGHUP, SIG_IGN);
    if (fork() == 0) {
        sleep(30);
        _exit(0);
    }
    puts(argc > 1 ? "parent stays" : "parent ends");
    fflush(stdout);
    if (argc > 1)
        sleep(30);
    return 0;
}
