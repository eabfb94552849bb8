/* A variable of every sort that values.c has not. */
#include <complex.h>
#include <uchar.h>
#include <wchar.h>

enum flags { A = 1, B = 2, C = 4 };

typedef int (*operation)(int);

struct flexible {
    int length;
    int data[];
};

static int twice(int number) /* @twice */
{
    return 2 * number;
}

static void stop(void)
{
}

static int kinds(int length)
{
    int variable[length], grid[2][length];
    for (int i = 0; i < length; i++) {
        variable[i] = i;
        grid[0][i] = i;
        grid[1][i] = -i;
    }
    enum flags flags = A | C, odd = 8;
    double complex root = 1 + 2 * I;
    char16_t two[] = u"h\u00e4";
    char32_t four[] = U"x\U0001f600";
    wchar_t wide[] = L"wide";
    const char16_t *pointer = two;
    __int128 huge = -((__int128)1 << 100);
    long double precise = 1.5L;
    operation operations[2] = {twice, 0};
    operation one = twice;
    union {
        unsigned whole;
        unsigned char bytes[4];
    } either = {0x01020304};
    struct {
        unsigned low : 3;
        int high : 5;
        struct {
            int inner;
        };
    } packed = {1, -2, {3}};
    char text[8] = "a\0b";
    const char *wild = (char *)1;
    struct flexible *flexible = (struct flexible *)variable;
    int nothing[0];
    stop();
    return 0;
}

int main(void)
{
    return kinds(3);
}
