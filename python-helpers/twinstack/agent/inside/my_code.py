"""Which code is the user's own, and which a library's: the standard one, and what is installed beside it (justMyCode)."""

INSTALLED = "/site-packages/", "/dist-packages/"
only_my_code = [True]
has_file = sys.argv[:1] not in ([], [""], ["-"], ["-c"])  # that the program was started from
library = []  # of the directory of the standard library, with a slash behind


@command
def my_code(is_all):
    """Whether steps and exceptions are of the user's own code alone."""
    only_my_code[:] = [is_all]


def is_user_code(code):
    """By the file; any but the debugger's when all is to be the user's."""
    name = code.co_filename
    if name == FILE or name[:8] == "<frozen " or is_polling(code):
        return False
    return not only_my_code[0] or not (is_generated(name) if name[:1] == "<" else is_in_library(name))


def is_generated(name):
    """Code without a file: of a dataclass, a namedtuple, attrs; but what the program itself was given as text is the user's."""
    return name[:7] == "<attrs " or name == "<string>" and has_file


def is_in_library(name):
    if not library:
        os = sys.modules.get("os")
        directory = os.__file__.rpartition("/")[0] if hasattr(os, "__file__") else "%s/lib/python%d.%d" % (sys.base_prefix, *sys.version_info[:2])
        library.append(directory + "/")
    return name.startswith(library[0]) or any(each in name for each in INSTALLED)
