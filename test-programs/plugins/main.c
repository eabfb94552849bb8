#include <dlfcn.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    void *first = NULL; /* @begin */
    for (int i = 1; i < argc; i++) {
        void *plugin = dlopen(argv[i], RTLD_NOW);
        if (plugin == NULL) {
            puts(dlerror());
            return 1;
        }
        first = first == NULL ? plugin : first;
    }
    puts("loaded"); /* @loaded */
    dlclose(first);
    puts("closed"); /* @closed */
    return 0;
}
