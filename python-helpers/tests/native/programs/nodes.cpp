#include <list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

static __attribute__((noinline)) void stop()
{
}

int main()
{
    std::map<int, std::string> names;
    std::multimap<std::string, int> many;
    std::set<long> numbers;
    std::unordered_map<std::string, int> table;
    std::list<short> listed;
    for (int i = 0; i < 4000; i++) {
        names[i * 7919 % 4000] = std::to_string(i);
        many.emplace(std::to_string(i % 50), i);
        numbers.insert(i * 3);
        table[std::to_string(i)] = i;
        listed.push_back(i);
    }
    stop();
    return 0;
}
