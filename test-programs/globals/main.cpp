// Static and global variables of every sort, one of them a structure of ten thousand fields.
#include <vector> // brings variables of its own, which are not this file's

#define TEN(prefix)                                                                                                    \
    int prefix##0, prefix##1, prefix##2, prefix##3, prefix##4, prefix##5, prefix##6, prefix##7, prefix##8, prefix##9;
#define HUNDRED(prefix)                                                                                                \
    TEN(prefix##0) TEN(prefix##1) TEN(prefix##2) TEN(prefix##3) TEN(prefix##4)                                         \
    TEN(prefix##5) TEN(prefix##6) TEN(prefix##7) TEN(prefix##8) TEN(prefix##9)
#define THOUSAND(prefix)                                                                                               \
    HUNDRED(prefix##0) HUNDRED(prefix##1) HUNDRED(prefix##2) HUNDRED(prefix##3) HUNDRED(prefix##4)                     \
    HUNDRED(prefix##5) HUNDRED(prefix##6) HUNDRED(prefix##7) HUNDRED(prefix##8) HUNDRED(prefix##9)

namespace {
int hidden = 1;
}

namespace shop {
int price = 7;
}

struct Box {
    static int count;
};

int Box::count = 3;

static int total = 4;

struct Many {
    THOUSAND(m0) THOUSAND(m1) THOUSAND(m2) THOUSAND(m3) THOUSAND(m4)
    THOUSAND(m5) THOUSAND(m6) THOUSAND(m7) THOUSAND(m8) THOUSAND(m9)
};

Many many;

int main()
{
    std::vector<int> numbers = {1};
    int total = 40;
    return hidden + shop::price + Box::count + ::total + many.m0000 + numbers[0] - 56 + total; // @main
}
