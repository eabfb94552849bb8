// Functions whose names are no words: operators, templates of templates, those of no namespace's name.
#include <functional>

namespace app {
struct Op {
    int operator()(int n) const { return n; }  // @call
    operator bool() const { return true; }  // @bool
    bool operator<(const Op &) const { return false; }
};
template <class T> struct Box {
    T get(T t) { return t; }  // @get
};
namespace {
int hidden(int n) { return n + 1; }
}
}

template <int N> struct Step {
    static int counted(int n)
    {
        return n + N;  // @instances
    }
};

int main()
{
    app::Op op;
    app::Box<int> numbers;
    app::Box<std::function<int(int)>> functions;
    auto doubled = [](int n) { return 2 * n; };
    int sum = op(1) + numbers.get(2) + functions.get(doubled)(3) + app::hidden(4);
    sum += op ? Step<1>::counted(1) + Step<2>::counted(2) + Step<3>::counted(3) : op < op;
    return sum + Step<4>::counted(4) + Step<5>::counted(5) == 0;
}
