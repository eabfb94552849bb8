"""Which source a code object is of: by the identity of files, not by their names. Other threads change ``sources`` and ``known``."""

at_start = posix.getcwd()
sources = {}  # path as GDB has it -> Source
known = {}  # co_filename -> Source or None
MAX_KNOWN = 20000


def key(path):
    """What tells a file from others; of one that is not there its name."""
    try:
        found = posix.stat(path)
    except (OSError, ValueError):
        return path
    return found.st_dev, found.st_ino


def source_of(code, namespace):
    """The Source with breakpoints that the code is of, or None."""
    name = code.co_filename
    found = known.get(name, known)
    if found is not known:
        return found
    found = named(name, namespace.get("__file__")) if sources and name != FILE else None
    found = found or named_functions.source_of(code)
    if found:
        found.module = namespace.get("__name__")
    if found or name[:1] != "<" and not named_functions.breakpoints:  # many pieces of code are called "<string>"
        if len(known) >= MAX_KNOWN:
            known.clear()
        known[name] = found
    return found


def named(name, module_file):
    keys = {source.key: source for source in list(sources.values())}
    for path in candidates(name, module_file):
        found = keys.get(key(path if path[:1] == "/" else at_start + "/" + path))
        if found:
            return found
    return moved(name, keys)


def candidates(name, module_file):
    """``module_file``: __file__ of the module, which knows better where a frozen or a relocated one is."""
    if name[:1] != "<":
        yield name
    if isinstance(module_file, str) and (name[:8] == "<frozen " or last(name, 1) == last(module_file, 1)):
        yield module_file


def moved(name, keys):
    """The source of a .pyc that was compiled elsewhere: by its last two names, where there is no such file here."""
    if name[:1] == "<" or key(name) != name:
        return None
    return next((each for each in keys.values() if last(each.path, 2) == last(name, 2)), None)


def last(path, count):
    return path.rsplit("/", count)[-count:]
