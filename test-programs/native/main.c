/* Plain C: arguments, structures, arrays, pointers. */
#include <stdio.h>

struct point {
    int x;
    int y;
};

struct node {
    const char *name;
    struct point where;
    struct node *next;
};

static int big[1000];

static int visit(struct node *node, int factor)
{
    int numbers[3] = {10, 20, 30};
    double real = 1.5;
    char letter = 'A';
    const char *text = "h\303\251llo";
    int sum = node->where.x * factor + numbers[1];
    big[999] = sum;
    printf("%s %d %g %c %s\n", node->name, sum, real, letter, text); /* @visit */
    return sum;                                                       /* @visit-end */
}

int main(void)
{
    struct node last = {"last", {3, 4}, NULL};
    struct node first = {"first", {1, 2}, &last};
    int total = 0;
    for (struct node *node = &first; node != NULL; node = node->next)
        total += visit(node, 2); /* @call */
    return total == 48 ? 0 : 1;  /* @end */
}
