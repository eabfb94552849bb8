"""The instructions of CPython by which it is seen what an exception handler catches, and what a line calls. CPython: Lib/opcode.py of each version."""

NAMES = (
    "PUSH_EXC_INFO DUP_TOP NOP EXTENDED_ARG MATCH GROUP_MATCH WITH RERAISE POP_TOP LOAD_GLOBAL LOAD_NAME LOAD_ATTR BUILD_TUPLE"
    " POP_JUMP_IF_FALSE POP_JUMP_IF_TRUE RAISE_VARARGS POP_EXCEPT RETURN_VALUE JUMP_FORWARD"
    " LOAD_FAST LOAD_FAST_CHECK LOAD_FAST_BORROW LOAD_DEREF LOAD_METHOD LOAD_SUPER_ATTR"
    " CALL_FUNCTION CALL_FUNCTION_KW CALL_FUNCTION_EX CALL_METHOD PRECALL CALL CALL_KW"
    " LOAD_FAST_LOAD_FAST LOAD_FAST_BORROW_LOAD_FAST_BORROW STORE_FAST_LOAD_FAST"
).split()
NUMBERS = {  # in the order of NAMES; -1: there is none
    8: (
        *(-1, 4, 9, 144, 107, -1, 81, 88, 1, 116, 101, 106, 102, 114, 115, 130, 89, 83, 110),
        *(124, -1, -1, 136, 160, -1, 131, 141, 142, 161, -1, -1, -1),
        *(-1, -1, -1),
    ),
    9: (
        *(-1, 4, 9, 144, 121, -1, 49, 48, 1, 116, 101, 106, 102, 114, 115, 130, 89, 83, 110),
        *(124, -1, -1, 136, 160, -1, 131, 141, 142, 161, -1, -1, -1),
        *(-1, -1, -1),
    ),
    10: (
        *(-1, 4, 9, 144, 121, -1, 49, 119, 1, 116, 101, 106, 102, 114, 115, 130, 89, 83, 110),
        *(124, -1, -1, 136, 160, -1, 131, 141, 142, 161, -1, -1, -1),
        *(-1, -1, -1),
    ),
    11: (
        *(35, -1, 9, 144, 36, 37, 49, 119, 1, 116, 101, 106, 102, 114, 115, 130, 89, 83, 110),
        *(124, -1, -1, 137, 160, -1, -1, -1, 142, -1, 166, 171, -1),
        *(-1, -1, -1),
    ),
    12: (
        *(35, -1, 9, 144, 36, 37, 49, 119, 1, 116, 101, 106, 102, 114, 115, 130, 89, 83, 110),
        *(124, 127, -1, 137, -1, 141, -1, -1, 142, -1, -1, 171, -1),
        *(-1, -1, -1),
    ),
    13: (
        *(33, -1, 30, 71, 7, 6, 44, 102, 32, 91, 92, 82, 52, 97, 100, 101, 31, 36, 79),
        *(85, 87, -1, 84, -1, 93, -1, -1, 54, -1, -1, 53, 57),
        *(88, -1, 111),
    ),
    14: (
        *(32, -1, 27, 69, 6, 5, 43, 105, 31, 92, 93, 80, 51, 100, 103, 104, 29, 35, 77),
        *(84, 88, 86, 83, -1, 96, -1, -1, 4, -1, -1, 52, 55),
        *(89, 87, 113),
    ),
    15: (
        *(30, -1, 25, 67, 6, 5, 41, 104, 29, 91, 92, 79, 49, 99, 102, 103, 27, 33, 76),
        *(83, 87, 85, 82, -1, 95, -1, -1, 4, -1, -1, 50, 53),
        *(88, 86, 112),
    ),
}
MINOR = sys.version_info[1]
BY_NUMBER = dict(zip(NUMBERS.get(MINOR, ()), NAMES))
GLOBAL_SHIFT, ATTRIBUTE_SHIFT = int(MINOR >= 11), int(MINOR >= 12)  # of the index of a name; a flag lies below it
UNIT = 2 if MINOR >= 10 else 1  # bytes that jumps are counted in
HAS_TABLE = MINOR >= 11  # of the handlers; before, blocks are set up by instructions
MATCH_JUMPS = MINOR in (9, 10)  # to the next clause, by itself
IS_3_8, EXCEPTION_MATCH, POP_FINALLY = MINOR == 8, 10, 163  # in 3.8 MATCH is COMPARE_OP, with that argument, and RERAISE END_FINALLY

# CPython 3.8 to 3.10
SETUPS, POP_BLOCK = (122, 143, 154), 87  # SETUP_FINALLY, SETUP_WITH, SETUP_ASYNC_WITH
RELATIVE_JUMPS = (93, 110, 162, *SETUPS)  # FOR_ITER, JUMP_FORWARD, CALL_FINALLY
JUMP_ABSOLUTE, ABSOLUTE_JUMPS = 113, (111, 112, 113, 114, 115, 121)
ENDS = (83, 110, JUMP_ABSOLUTE, 130)  # nothing goes on behind RETURN_VALUE, JUMP_FORWARD, RAISE_VARARGS


def instruction(text, at):
    """(name or None, argument, offset of the next) of the instruction at an offset of co_code."""
    argument = 0
    while True:
        number, argument = text[at], argument << 8 | text[at + 1]
        at += 2
        name = BY_NUMBER.get(number)
        if name != "EXTENDED_ARG":
            break
    while at < len(text) and not text[at]:  # caches
        at += 2
    if IS_3_8 and name == "MATCH" and argument != EXCEPTION_MATCH:
        name = None
    return name, argument, at
