// Throws an object of a very long type, and one whose type_info names no type: a text of two lines, the second with the argument.
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <typeinfo>

extern "C" void *__cxa_allocate_exception(std::size_t) noexcept;
extern "C" void __cxa_throw(void *, void *, void (*)(void *));

struct Plain {};
template <class...> struct Pack {};
struct An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_1 {};
struct An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_2 {};
struct An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_3 {};
struct An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_4 {};
struct An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_5 {};
struct An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_6 {};
struct An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_7 {};
using Longest = Pack<An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_1,
                     An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_2,
                     An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_3,
                     An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_4,
                     An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_5,
                     An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_6,
                     An_element_of_the_pack_whose_name_takes_ninety_characters_so_that_seven_are_a_long_text_7>;

struct Disguised {
    const void *table;
    const char *name;
};

int main(int count, char **arguments)
{
    try {
        throw Longest();
    } catch (...) {
    }
    try {
        Disguised type;
        std::memcpy(&type, &typeid(Plain), sizeof type);
        static char name[4096];
        std::snprintf(name, sizeof name, "1A\nshell touch %s", arguments[1]);
        type.name = name;
        __cxa_throw(__cxa_allocate_exception(16), &type, nullptr);
    } catch (...) {
    }
    return 0;
}
