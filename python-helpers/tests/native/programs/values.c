/* Native values of every kind, in one frame. */
#include <stddef.h>

struct point { int x; int y; };
union number { int whole; float real; };
struct mixed {
    unsigned low : 3;
    unsigned high : 5;
    union { int anonymous_int; float anonymous_float; };
    struct point corner;
    struct point *next;
};
enum colour { RED, GREEN = 5 };
struct opaque;

int million[1000000];
char long_text[5001];
static struct { char bytes[100000]; } huge;

static int stop(int depth) { return depth; }  /* @stop */

static int frame(int count, const char *text)
{
    struct point origin = {1, 2};
    struct mixed mixed = {3, 17, {42}, {7, 8}, &origin};
    union number number = {9};
    enum colour colour = GREEN;
    struct opaque *opaque = (struct opaque *)&origin;
    struct point *nowhere = NULL;
    struct point *wild = (struct point *)8;
    int *pointer = &origin.y;
    void *blind = &origin;
    int (*function)(int) = stop;
    char buffer[8] = "hi";
    const char *endless = long_text;
    int matrix[2][3] = {{1, 2, 3}, {4, 5, 6}};
    int variable_length[count];
    double real = 2.5;
    int shadowed = 1;  /* @outer */
    variable_length[0] = 33;
    {
        int shadowed = 2;
        stop(shadowed);  /* @inner */
    }
    return origin.x + mixed.low + number.whole + colour + (opaque == NULL) + (nowhere == wild) + *pointer
        + (blind == NULL) + function(1) + buffer[0] + endless[0] + matrix[0][0] + (int)real + shadowed
        + huge.bytes[0] + text[0];
}

int main(void)
{
    for (int i = 0; i < 5000; i++)
        long_text[i] = 'a' + i % 26;
    return frame(4, "argument") & 0;
}
