/* Changes and reads what is watched. */
struct point { int x, y; };

int counter = 0;
static struct point points[3];
char large[100];
int numbers[1000000];
struct bits { unsigned low : 3, high : 5; } bits;
static void begin(int number) {}
void (*function)(int) = begin;
int (*row)[4];

static int sum_to(int end)
{
    int sum = 0;  /* @sum */
    for (int i = 1; i <= end; i++)
        sum += i;  /* @add */
    return sum;
}

int main(void)
{
    struct point *second = &points[1];
    int total = 0;
    function = begin;
    row = 0;
    counter = 1;  /* @begin */
    total += sum_to(3);  /* @first-sum */
    second->y = 5;
    total += sum_to(3);
    counter += second->y;
    large[50] = 'x';
    return total == 12 ? 0 : 1;  /* @end */
}
