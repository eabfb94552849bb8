"""By how much the instructions of CPython 3.8 to 3.10 change the height of the stack where they do not jump. CPython: stack_effect() in
Python/compile.c."""

EFFECTS = {
    -3: (60, 89, 119),
    -2: (61, 95, 121, 147),
    -1: (
        *(1, 16, 17, *range(19, 21), *range(22, 30), *range(55, 58), 59, *range(62, 68), 70, 72, *range(75, 80), 83, 84, 90, 96, 97),
        *(107, 108, 111, 112, 114, 115, 117, 118, 125, 129, 137, 145, 146, 164, 165),
    ),
    1: (4, 30, 31, 32, 49, 51, 52, 71, 74, 93, 100, 101, 109, 116, 124, 135, 136, 143, 148),
    2: (5, 33),
}
EFFECT_OF = {number: effect for effect, numbers in EFFECTS.items() for number in numbers}
if MINOR > 8:
    EFFECT_OF.update({162: -1, 163: -1})  # LIST_EXTEND, SET_UPDATE
TAKE_MANY = (102, 103, 104, 157, 149, 150, 151, 152, 153, 158)  # BUILD_TUPLE, _LIST, _SET, _STRING; up to 3.8 those of unpacked ones
BUILD_MAP, BUILD_SLICE, BUILD_CONST_KEY_MAP, FORMAT_VALUE, MAKE_FUNCTION = 105, 133, 156, 155, 132
UNPACK_SEQUENCE, UNPACK_EX, RAISE_VARARGS = 92, 94, 130
HAS_FORMAT = 4
ONLY_TAKING = (  # no value comes in the place of those that they take; or nothing is done to any
    *(1, 60, 61, 70, 83, 84, 89, 90, 95, 96, 97, 111, 112, 114, 115, 119, 121, 125, 129, 137, 145, 146, 147, 162, 163, 164, 165),
    *(9, 85, 87, 91, 98, 110, 113, 122, 126, 130, 138, 144),
)


def effect_of(number, argument):
    if number in TAKE_MANY:
        return 1 - argument
    if number == BUILD_MAP:
        return 1 - 2 * argument
    if number == BUILD_CONST_KEY_MAP:
        return -argument
    if number == BUILD_SLICE:
        return -2 if argument == 3 else -1
    if number == FORMAT_VALUE:
        return -1 if argument & HAS_FORMAT else 0
    if number == MAKE_FUNCTION:
        return -1 - bin(argument & 15).count("1")
    if number == UNPACK_SEQUENCE:
        return argument - 1
    if number == UNPACK_EX:
        return (argument & 255) + (argument >> 8)
    return -argument if number == RAISE_VARARGS else EFFECT_OF.get(number, 0)
