// Calls a function of C.
#include <map>

extern "C" int leaf(int value);

struct Outer {
    std::map<int, double> weights{{7, 1.5}};
};

int main()
{
    Outer outer;
    return leaf((int)outer.weights.size()) - 1;
}
