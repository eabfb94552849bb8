// C++ values: inheritance, references, standard containers.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

struct Base {
    int inherited = 1;
    static int shared;
    virtual ~Base() {}
};
int Base::shared = 11;

struct Derived : Base {
    int own = 2;
};

struct Sequence {
    int items[3] = {1, 2, 3};
    int operator[](int index) const { return items[index]; }
};

int twice(int value) { return 2 * value; }

static std::vector<int> million;

static int stop(int value)
{
    static char garbage[64];
    for (unsigned i = 0; i < sizeof garbage; i++)
        garbage[i] = (char)(i * 37 + 11);
    std::vector<int> &broken = *(std::vector<int> *)garbage;
    std::string &dangling = *(std::string *)garbage;
    return value;  // @garbage
}

int main()
{
    Derived derived;
    Derived *pointer = &derived;
    Derived &reference = derived;
    Sequence sequence;
    std::string text("hello");
    std::string nothing;
    std::string endless(100000, 'x');
    for (int number = 0; number < 1000000; number++)
        million.push_back(number);
    std::vector<int> numbers(2500);
    std::map<std::string, int> ages{{"ann", 30}, {"bob, whose name is long", 40}};
    std::set<int> unordered{1, 2};
    std::vector<std::string> *behind = new std::vector<std::string>{"one"};
    std::unique_ptr<Derived> owner(new Derived);
    for (int i = 0; i < 2500; i++)
        numbers[i] = i;
    stop(reference.own + sequence[1]);
    return pointer->own + (int)(text.size() + nothing.size() + endless.size() + ages.size() + unordered.size() + behind->size())
        + owner->own > 0 ? 0 : 1;
}
