/* Memory: a text, a page with nothing behind it, and code without symbols. */
#include <string.h>
#include <sys/mman.h>

char text[] = "hello";
char *page, *code;

static int stop(int number)
{
    return number; /* @stop */
}

static int mixed(int number)
{
    double real = number * 1.5;
    for (int i = 0; i < number; i++)
        real = real * i + text[i % 5];
    return real > 1e6 ? number : (int)real;
}

unsigned char noise[30000];

int main(void)
{
    code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    page = mmap(NULL, 2 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    munmap(page + 4096, 4096);
    memcpy(code, (void *)mixed, 256);
    return stop(mixed(3));
}
