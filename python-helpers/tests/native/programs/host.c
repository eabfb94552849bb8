/* Calls plugin(0) to plugin(19) in the library that is its first argument. */
#include <dlfcn.h>
#include <stddef.h>

static int *nowhere = NULL;
static int b = 20;

int main(int count, char **arguments)
{
    int sum = 0;  /* @start */
    /* @blank */
    void *library = dlopen(arguments[1], RTLD_NOW);
    int (*plugin)(int) = (int (*)(int))dlsym(library, "plugin");
    for (int i = 0; i < b; i++)
        sum += plugin(i);  /* @call */
    return sum == 400 && nowhere == NULL ? 7 : 1;  /* @end */
}
