/* Calls its own many(), if it has one, then loads each library that is named, calls many() in it and
   unloads it; "keep" leaves those behind it loaded, "exec" executes what follows. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int many(int n) __attribute__((weak));

int main(int count, char **arguments)
{
    int keep = 0;
    if (many)  /* @start */
        many(0);
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "exec") == 0)
            execv(arguments[i + 1], arguments + i + 1);
        if (strcmp(arguments[i], "keep") == 0) {
            keep = 1;
            continue;
        }
        void *library = dlopen(arguments[i], RTLD_NOW);
        if (library == NULL)
            return puts(dlerror()), 1;
        int (*function)(int) = (int (*)(int))dlsym(library, "many");
        if (function)
            function(i);
        if (!keep)
            dlclose(library);
    }
    return 0;  /* @end */
}
