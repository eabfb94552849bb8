// Values too long to be shown, which are copied.
#include <map>
#include <string>
#include <vector>

struct Base {
    int inherited = 1;
};

struct Mixed : Base {
    char name[8] = "n\t\"x\"";
    std::vector<std::string> words{"one", "two"};
    std::map<std::string, int> ages{{"ann", 30}};
    const char *text = "text";
    int *nowhere = nullptr;
};

static void stop()
{
}

int main()
{
    std::string text(3000000, 'q');
    std::string odd("a\0b\xc3\xa9\xff", 6);
    const char *characters = text.c_str();
    std::vector<int> numbers(50000, 7);
    std::vector<std::vector<int>> rows(1000, std::vector<int>(1000, 3));
    std::map<int, std::string> many;
    for (int i = 0; i < 200000; i++)
        many[i] = "v" + std::to_string(i);
    std::u16string wide = u"w\u00e9";
    Mixed mixed;
    stop();
    return 0;
}
