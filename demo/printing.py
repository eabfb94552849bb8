"""Prints frames and variables on a terminal; dim where the adapter calls a frame subtle."""
import itertools
import os
import sys

COLOURS = sys.stdout.isatty() and "NO_COLOR" not in os.environ
LANGUAGES = {".py": "Python", ".c": "C", ".h": "C", ".cpp": "C++", ".pyx": "Cython"}


def styled(code, text):
    return f"\033[{code}m{text}\033[0m" if COLOURS else text


def heading(text):
    print("\n" + styled("1", text))


def say(topic, text):
    print(f"  {topic}: {text}")


def print_stack(frames):
    """A line per frame; a run of subtle frames, which are CPython's own calls, takes one line together."""
    for subtle, group in itertools.groupby(frames, lambda frame: frame.get("presentationHint") == "subtle"):
        if subtle:
            print(styled("2", "            · " + summary([frame["name"] for frame in group])))
        else:
            for frame in group:
                arrow = "→" if frame is frames[0] else " "
                print(f"  {arrow} {language(frame):6}  {frame['name']:30} {place(frame)}")


def summary(names):
    if len(names) <= 2:
        return ", ".join(names)
    return f"{names[0]}, {len(names) - 2} more, {names[-1]}"


def language(frame):
    """The language a frame is written in, judged by its file as any client could."""
    _, extension = os.path.splitext(frame.get("source", {}).get("path", ""))
    return LANGUAGES.get(extension, "native")


def place(frame):
    source = frame.get("source")
    return f"{source['name']}:{frame['line']}" if source else ""


def print_variables(variables, depth=0):
    for variable in variables:
        kind = f"  ({variable['type']})" if variable.get("type") else ""
        print(f"    {'  ' * depth}{variable['name']} = {variable['value']}{styled('2', kind)}")
