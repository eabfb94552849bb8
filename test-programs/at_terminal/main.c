/* Uses its terminal as programs do: its size, its lines, and the keys that are signals; ends with 3 when it is
   told that it was closed (SIGHUP), and with 5 when it only finds it gone. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void note(int signal)
{
    caught = signal;
}

static void say_size(void)
{
    struct winsize size;
    ioctl(0, TIOCGWINSZ, &size);
    printf("size %d %d\n", size.ws_row, size.ws_col);
}

static void say_signal(void)
{
    if (caught == SIGINT)
        printf("interrupted\n");
    if (caught == SIGHUP)
        exit(3);
    if (caught == SIGWINCH)
        say_size();
    caught = 0;
}

int main(void)
{
    char line[200];
    struct sigaction action = {.sa_handler = note};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    sigaction(SIGWINCH, &action, NULL);
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("%s terminal %d, its own %d, in front %d\n", getenv("TERM"), isatty(0) && isatty(1) && isatty(2),
           open("/dev/tty", O_RDWR) >= 0, tcgetpgrp(0) == getpgrp());
    say_size(); /* @sized */
    for (;;) {
        if (fgets(line, sizeof line, stdin) != NULL) {
            printf("read %s", line); /* @read */
            if (strcmp(line, "end\n") == 0)
                return 0;
        } else if (caught) {
            say_signal();
            clearerr(stdin);
        } else {
            return errno == EIO ? 5 : 4;
        }
    }
}
