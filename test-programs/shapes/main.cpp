// Types of every shape.
#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

enum class Colour { red, green = 5 };
enum Flag { first_flag = 1, second_flag = 2 };

struct Base {
    virtual ~Base() = default;
    int base_member = 1;
    static int shared_member;
};

int Base::shared_member = 42;

struct Derived : Base {
    int derived_member = 2;
};

union Either {
    int whole;
    unsigned char bytes[4];
};

struct Packed {
    unsigned low : 4;
    unsigned high : 4;
    struct {
        int inside;
    };
};

template <typename T> struct Box {
    T content;
};

static int twice(int value)
{
    return value * 2;
}

int main()
{
    Colour colour = Colour::green;
    Flag flags = static_cast<Flag>(first_flag | second_flag);
    bool truth = true;
    std::uint8_t byte = 65;
    wchar_t wide[] = L"wide";
    __int128 huge = static_cast<__int128>(1) << 100;
    int grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
    Derived derived;
    Base &reference = derived;
    Base *pointer = &derived;
    Either either = {0x01020304};
    Packed packed = {3, 9, {7}};
    Box<Box<int>> box = {{8}};
    int (*function)(int) = twice;
    int Base::*member = &Base::base_member;
    auto lambda = [&truth, byte](int x) { return truth ? x : byte; };
    std::unique_ptr<Derived> owner = std::make_unique<Derived>();
    std::shared_ptr<int> shared = std::make_shared<int>(6);
    std::optional<int> some = 4;
    std::optional<int> none;
    std::variant<int, std::string> choice = "text";
    std::tuple<int, std::string> both = {1, "one"};
    std::vector<bool> bits = {true, false, true};
    std::vector<std::vector<int>> nested = {{1}, {2, 3}};
    std::array<int, 3> fixed = {7, 8, 9};
    std::set<int> ordered = {3, 1, 2};
    std::unordered_map<int, int> hashed = {{1, 10}};
    std::list<int> linked = {1, 2};
    std::deque<int> queue = {5, 6};
    std::string text = "quote \" and \n newline";
    std::string empty;
    void *nothing = nullptr;
    void *wild = reinterpret_cast<void *>(0x10);
    std::vector<int> *wild_vector = reinterpret_cast<std::vector<int> *>(0x10);
    int shadowed = 1;
    for (int shadowed = 100; shadowed < 101; shadowed++)
        flags = first_flag; // @shapes
    return lambda(0) + function(0) + reference.*member - 1 + shadowed - 1 + (nothing == wild) + (wild_vector == nullptr);
}
