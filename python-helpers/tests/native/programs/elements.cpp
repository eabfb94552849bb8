#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

typedef int typedefd;

void stop()
{
}

template <class T> void fill(T *numbers)
{
    for (int i = 0; i < 40; i++)
        numbers[i] = T(uint64_t(rand()) << 33 ^ uint64_t(rand()) << 11 ^ rand()) >> rand() % (8 * sizeof(T));
}

std::string random_text()
{
    static const std::string unusual = "\"\\\n\0\177\303\251%";
    std::string text;
    for (int left = rand() % 60; left; left--)
        text += rand() % 200 ? char(' ' + rand() % 95) : unusual[rand() % unusual.size()];
    return text;
}

int main()
{
    short shorts[40];
    unsigned short unsigned_shorts[40];
    int ints[40], small[40], table[20][2];
    const unsigned unsigned_ints[10] = {0, 1, 4294967295};
    long longs[40];
    unsigned long long unsigned_longs[40];
    typedefd typedefs[10] = {1, -2};
    signed char bytes[40];
    char16_t wide[10] = u"wide";
    bool flags[10] = {true};
    fill(shorts), fill(unsigned_shorts), fill(ints), fill(longs), fill(unsigned_longs), fill(bytes), fill(&table[0][0]);
    for (int i = 0; i < 40; i++)
        small[i] = i % 8;
    std::vector<int> vector(ints, ints + 40);
    std::vector<std::string> strings;
    std::string array[10] = {"", "short", std::string(15, 'l'), std::string(16, 'l'), std::string(2000, 'l'), std::string(2001, 'l')};
    std::vector<std::string> broken(10, std::string(100, 'b'));
    for (int i = 0; i < 300; i++)
        strings.push_back(random_text());
    *reinterpret_cast<uint64_t *>(&broken[3]) = 16;
    *(reinterpret_cast<uint64_t *>(&broken[5]) + 1) = uint64_t(1) << 60;
    stop();
    _Exit(shorts[0] + table[0][0] + flags[0] + wide[0] + typedefs[0] + bytes[0] + unsigned_ints[1] + small[0] + array[0].size());
}
