// What pretty-printers of the test loop at, and a function that one of them calls.
#include <unistd.h>

struct Loop {
    int v;
};

struct Holder {
    Loop loop;
    int z;
};

struct Call {
    int v;
};

Holder holder = {{1}, 2};
Holder holders[20];
Call call;

int slow(int n)
{
    usleep(600000); // longer than the test's limit for a value
    return n;
}

static void stop()
{
}

int main()
{
    int numbers[4] = {1, 2, 3, 4};
    stop();
    numbers[0] = slow(0); // @log
    return numbers[0];
}
