/* Compiled with -O2: values in registers, in no memory, or nowhere. */
struct point { int x; int y; };
volatile int sink;

__attribute__((noinline)) void stop(void) { __asm__ volatile(""); }

static inline int sum(struct point *pointer, int unused)
{
    stop();
    return pointer->x + pointer->y;
}

int main(int count, char **arguments)
{
    struct point point = {count, 2};
    sink = sum(&point, sink + 5);
    return 0;
}
