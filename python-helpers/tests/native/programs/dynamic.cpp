// Pointers and references whose objects are of classes that derive from what they are declared with.
#include <string>

struct Base {
    int inherited = 10;
    virtual ~Base() {}
};

struct Other {
    int other = 3;
    virtual ~Other() {}
};

struct Derived : Base {
    std::string name = "derived";
    int own = 4;
    int bits : 3;
};

struct Both : Other, Base {
    int own = 5;
};

struct Virtual : virtual Base {
    int own = 6;
};

static void stop()
{
}

int main()
{
    Derived derived;
    derived.bits = 1;
    Both both;
    Virtual with_virtual;
    Base *pointer = &derived;
    Base &reference = derived;
    Base *second = &both;
    Base *from_virtual = &with_virtual;
    Base *wild = (Base *)0x10;
    Base *null = nullptr;
    stop();
    return pointer->inherited;
}
