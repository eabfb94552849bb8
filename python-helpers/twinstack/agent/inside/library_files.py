"""Which Python files are of a library: the standard one, and what is installed beside it. It is decided here for the program and for GDB alike, and
imports nothing.
"""

INSTALLED = "/site-packages/", "/dist-packages/"


def is_of_library(file, directory, rules):
    """``directory``: of the standard library, with a slash behind, or None where it is not known; ``rules``: (pattern, whether what matches is
    the user's own), of which the first that matches decides."""
    for pattern, is_own in rules:
        if matches(file, pattern):
            return not is_own
    if file[:8] == "<frozen ":
        return True
    return directory is not None and file.startswith(directory) or any(each in file for each in INSTALLED)


def matches(file, pattern):
    """``**`` stands for any directories, ``*`` and ``?`` for characters of one name; a relative pattern for files anywhere."""
    parts = pattern.split("/")
    return have_form(file.split("/"), parts if pattern[:1] == "/" else ["**"] + parts, "**", has_form)


def has_form(text, pattern):
    return have_form(list(text), list(pattern), "*", lambda letter, wanted: wanted in ("?", letter))


def have_form(parts, pattern, many, is_one):
    """Whether ``many`` in the pattern can stand for some of the parts so that each other part of it fits one."""
    places = {0}  # how many parts those of the pattern so far may stand for
    for wanted in pattern:
        if wanted == many:
            places = set(range(min(places), len(parts) + 1)) if places else places
        else:
            places = {place + 1 for place in places if place < len(parts) and is_one(parts[place], wanted)}
    return len(parts) in places
