/* Says which arguments, environment and directory arrived, in hexadecimal bytes so that nothing is lost on the way. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void print_hex(const char *name, const char *value)
{
    printf("%s ", name);
    for (const unsigned char *byte = (const unsigned char *)value; *byte; byte++)
        printf("%02x", *byte);
    printf("\n");
}

int main(int argc, char **argv, char **environment)
{
    char directory[4096];
    for (int i = 1; i < argc; i++)
        print_hex("argument", argv[i]);
    for (char **entry = environment; *entry; entry++)
        if (strncmp(*entry, "ECHO_", 5) == 0)
            print_hex("environment", *entry);
    if (getcwd(directory, sizeof directory) != NULL)
        print_hex("directory", directory);
    return 0; /* @end */
}
