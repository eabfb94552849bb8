// A line that makes several calls, among them two of the same function, and lines to skip.
#include <cstdlib>

namespace numbers {
static int twice(int number)
{
    return 2 * number; // @twice
}

static int add(int left, int right)
{
    return left + right; // @add
}
}

static int through(int (*function)(int), int number)
{
    return function(number); // @pointer
}

int main(int argc, char **)
{
    int value = numbers::add(numbers::twice(argc), numbers::twice(10)); // @nested
    value += std::atoi("7");                                            // @library
    value = through(numbers::twice, value);                             // @through
    int skipped = 1;                                                    // @skipped
    value += skipped;                                                   // @after
    return value == 59 ? 0 : value;                                     // @end
}
