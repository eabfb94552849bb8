// Names that occur more than once in a class and its bases; each value occurs once.
struct Root {
    int name = 1;
    int lonely = 2;
    static int shared;
    virtual ~Root() {}
};
int Root::shared = 3;

struct Left : Root {
    int name = 4;
    int left = 5;
};
struct Right : Root {
    int name = 6;
    struct { int inside; };
    Right() : inside(7) {}
};
struct Diamond : Left, Right {
    int name = 8;
    int inside = 9;
};

template <class T, int n> struct Template {
    T name = T(10 + n);
};
struct Templates : Template<int, 1>, Template<Template<long, 2> *, 3> {
    int name = 14;
};

namespace {
struct Hidden {
    int name = 15;
};
}
namespace space {
struct Named {
    int name = 16;
};
}
struct Spaces : Hidden, space::Named {
    int name = 17;
};

struct Virtual : virtual Root {
    int name = 18;
};

static int stop() { return 0; }

int main()
{
    Root root;
    Diamond diamond;
    Templates templates;
    Spaces spaces;
    Virtual virtually;
    Diamond *pointer = &diamond;
    Diamond &reference = diamond;
    Spaces array[2][2];
    return stop();
}
