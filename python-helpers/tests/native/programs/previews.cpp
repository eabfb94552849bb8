// Values of the standard library that are told in one line.
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

struct Point {
    int x, y;
};

static void stop()
{
}

int main()
{
    std::pair<int, std::string> pair{1, "p"};
    std::optional<int> five = 5, none;
    std::variant<int, std::string> either = "text";
    std::tuple<int, char> both{1, 'c'};
    std::unique_ptr<int> owner(new int(3));
    std::vector<int> three{1, 2, 3}, empty, many(1000, 7);
    std::vector<bool> flags{true, false};
    std::vector<Point> points{{1, 2}};
    std::vector<std::vector<int>> rows{{1}, {2, 3}};
    std::vector<std::string> texts{std::string(500, 'x'), "y"};
    std::map<std::string, int> ages{{"ann", 30}, {"bob", 40}};
    std::set<int> numbers{3, 1};
    stop();
    return 0;
}
