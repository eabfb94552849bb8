// What C++ has besides: enumerations of a class, references, containers, a hidden variable.
#include <deque>
#include <map>
#include <string>
#include <vector>

enum class Colour { red, green };

struct Point {
    int x, y;
};

static int limit = 100;

static void stop()
{
    static int calls;
    calls++; // @stop
}

struct Tank {
    int limit = 1;
    void fill() { stop(); }
};

int main()
{
    Colour colour = Colour::red;
    bool truth = true;
    int number = 1;
    int &reference = number;
    int *pointer = &number;
    std::vector<int> numbers = {1, 2, 3};
    std::map<std::string, int> ages = {{"ann", 30}};
    std::deque<int> queue = {1, 2, 3};
    Point point = {1, 2};
    {
        Point point = {3, 4};
        stop();
    }
    Tank().fill();
    return 0;
}
