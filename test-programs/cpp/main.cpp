// Plain C++: containers, references, classes, namespaces.
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace shop {

class Basket {
public:
    explicit Basket(std::string owner) : owner_(std::move(owner)) {}

    void add(const std::string &name, int price)
    {
        prices_[name] = price;
        order_.push_back(name); // @add
    }

    int total() const
    {
        int sum = 0;
        for (const auto &entry : prices_)
            sum += entry.second;
        return sum; // @total
    }

private:
    std::string owner_;
    std::map<std::string, int> prices_;
    std::vector<std::string> order_;
};

} // namespace shop

int main()
{
    std::vector<int> numbers(1000);
    numbers[2] = 7;
    shop::Basket basket("ann");
    basket.add("tea", 3);
    basket.add("milk", 2);
    std::cout << basket.total() + numbers[2] << std::endl; // @main
    return 0;
}
