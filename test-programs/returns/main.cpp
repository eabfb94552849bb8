// Functions that return values of every sort.
#include <memory>
#include <string>
#include <vector>

struct Point {
    int x;
    int y;
};

struct Large {
    long numbers[10];
    int tag;
};

struct Counted {
    int count;
    explicit Counted(int count) : count(count) {}
    Counted(const Counted &other) : count(other.count) {}
};

enum class Colour { red, green };

static int scalar() { return 42; }                                      // @scalar
static const char *pointer() { return "text"; }                         // @pointer
static Point small() { return {1, 2}; }                                 // @small
static Large large() { return {{0, 11}, 7}; }                           // @large
static Counted counted() { return Counted(5); }                         // @counted
static std::string text() { return "longer than what fits in itself"; } // @text
static std::vector<int> numbers() { return {1, 2, 3}; }                 // @numbers
static Colour colour() { return Colour::green; }                        // @colour
static double fraction() { return 2.5; }                                // @fraction
static void nothing() {}                                                // @nothing

int main()
{
    int local = scalar();
    pointer();
    small();
    large();
    counted();
    text();
    numbers();
    colour();
    fraction();
    nothing();
    return local - 42;
}
