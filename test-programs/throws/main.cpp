// Throws, catches and throws again; then a signal arrives as often as the first argument says; below 0: nobody catches.
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace app {
struct Failure : std::runtime_error {
    explicit Failure(const std::string &text) : std::runtime_error(text) {}
};
}

static volatile int signals;

static void work(int round)
{
    if (round == 1)
        throw 42;  // @number
    throw app::Failure("disk full");  // @failure
}

static void again(int round)
{
    try {
        work(round);
    } catch (const std::exception &) {
        throw;  // @again
    }
}

int main(int count, char **arguments)
{
    int rounds = count > 1 ? std::atoi(arguments[1]) : 0;
    if (rounds < 0)
        work(rounds);  // @nobody
    for (int round = 0; round < 2; round++) {
        try {
            again(round);
        } catch (...) {
            continue;  // @caught
        }
    }
    std::signal(SIGUSR1, [](int) { signals = signals + 1; });
    for (int round = 0; round < rounds; round++)
        raise(SIGUSR1);  // @raise
    return signals == rounds ? 0 : 1;
}
