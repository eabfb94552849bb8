"""Which code is the user's own, and which a library's (justMyCode)."""

only_my_code = [True]
rules = []  # as of is_of_library
has_file = sys.argv[:1] not in ([], [""], ["-"], ["-c"])  # that the program was started from
library = []  # the directory of the standard library, with a slash behind
judged = {}  # co_filename -> whether it is of a library


@command
def my_code(is_all, wanted):
    """Whether steps and exceptions are of the user's own code alone; ``wanted``: the rules."""
    only_my_code[:], rules[:] = [is_all], wanted
    judged.clear()


def is_user_code(code):
    """By the file; any but the debugger's and what is frozen when all is to be the user's."""
    name = code.co_filename
    if name == FILE or is_polling(code):
        return False
    if not only_my_code[0]:
        return name[:8] != "<frozen "
    if name not in judged:
        if len(judged) >= MAX_KNOWN:
            judged.clear()
        judged[name] = is_generated(name) or is_of_library(name, standard_library(), rules)
    return not judged[name]


def is_generated(name):
    """Code without a file: of a dataclass, a namedtuple, attrs; but what the program itself was given as text is the user's."""
    return name[:7] == "<attrs " or name == "<string>" and has_file


def standard_library():
    if not library:
        os = sys.modules.get("os")
        directory = os.__file__.rpartition("/")[0] if hasattr(os, "__file__") else "%s/lib/python%d.%d" % (sys.base_prefix, *sys.version_info[:2])
        library.append(directory + "/")
    return library[0]
