// Throws exceptions of many types; its argument names the signal that it dies of in the end.
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>

namespace app {
struct Plain { int code; };
struct Failure : std::runtime_error {
    explicit Failure(const std::string &text) : std::runtime_error(text) {}
};
struct Left { virtual ~Left() {} int left = 1; };
struct Both : Left, std::logic_error {
    Both() : std::logic_error("both") {}
};
template <class First, class Second> struct Pair { First first; Second second; };
}

template <class Thrown> static void thrown(const Thrown &object)
{
    try {
        throw object;  // @throw
    } catch (const Thrown &) {
        return;  // @catch
    }
}

static void rethrown()
{
    try {
        try {
            throw app::Failure("again");
        } catch (...) {
            throw;  // @rethrow
        }
    } catch (const std::exception &) {
        return;
    }
}

static int deep(int depth)
{
    volatile char room[4096] = {0};
    return depth > 0 ? deep(depth + 1) + room[0] : 0;  // @deep
}

int main(int count, char **arguments)
{
    const char *way = count > 1 ? arguments[1] : "";
    volatile int zero = 0;
    thrown(app::Plain{7});
    thrown(42);
    thrown(app::Failure("disk full"));
    thrown(app::Both());
    thrown(app::Pair<int, char>{1, 'c'});
    rethrown();
    std::signal(SIGUSR1, [](int) {});
    raise(SIGUSR1);
    if (!std::strcmp(way, "null"))
        *(volatile int *)nullptr = 1;  // @null
    if (!std::strcmp(way, "divide"))
        return 7 / zero;  // @divide
    if (!std::strcmp(way, "overflow"))
        return deep(1);
    if (!std::strcmp(way, "abort"))
        std::free(static_cast<char *>(std::malloc(64)) + 1 + zero);  // @abort
    return 0;
}
