"""input() in code that is typed: the program's terminal gives it nothing where what the user types goes to the program only while that runs."""

NO_INPUT = (
    "input() has nothing to read: what is typed is code while the program stands, and the program's input while it runs;"
    " write the text in the place of input()"
)


def asks_for_input(tree, scope):
    """Whether code, as a syntax tree, calls the built-in function, which would read from a terminal."""
    return "input" not in scope.names and "input" not in scope.space and any(is_input(each) for each in nodes(tree)) and reads_terminal()


def is_input(node):
    return type(node).__name__ == "Call" and getattr(node.func, "id", None) == "input"


def nodes(tree):
    found = [tree]
    for each in found:  # grows meanwhile
        values = [getattr(each, name, None) for name in each._fields]
        found.extend(node for value in values for node in (value if type(value) is list else [value]) if hasattr(node, "_fields"))
    return found


def reads_terminal():
    try:
        return sys.stdin.isatty()
    except Exception:  # there may be none, or anything in its place
        return False
