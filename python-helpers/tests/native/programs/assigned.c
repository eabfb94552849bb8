/* A variable of every sort that can be assigned to. */
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

enum colour { RED, GREEN };

struct point {
    int x, y;
};

struct mixed {
    unsigned low : 3;
    unsigned high : 5;
    struct point corner;
};

int hidden = 100;
int calls;
struct mixed many[4];

int next(void)
{
    return ++calls;
}

static void stop(int number)
{
}

int main(void)
{
    int number = 1;
    double real = 2.0;
    float small = 0.5f;
    bool flag = false;
    char letter = 'A';
    unsigned long huge = 0;
    enum colour colour = RED;
    struct point origin = {1, 2};
    struct mixed mixed = {1, 2, {3, 4}};
    int numbers[3] = {1, 2, 3};
    int grid[2][3] = {{0}};
    int *pointer = &number;
    void (*function)(int) = NULL;
    void (*other)(int) = stop;
    char text[8] = "old";
    wchar_t wide[5] = L"old";
    const char *words = "hello";
    int hidden = 1;
    stop(number);
    return 0;
}
