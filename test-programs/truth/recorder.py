"""Writes what the interpreter itself says about its stack, one JSON line per stop."""

import json
import linecache
import sys
import threading


LINE_ALONE = {"column": 1}  # before 3.11: a client is told the line's beginning


def record(calls):
    """Appends the stack of the calling thread, without this function, to the file that sys.argv[1] names."""
    frame = sys._current_frames()[threading.get_ident()].f_back
    frames = []
    while frame is not None:
        frames.append(_describe(frame))
        frame = frame.f_back
    truth = {"frames": frames, "calls": calls}
    with open(sys.argv[1], "a", encoding="utf-8") as file:
        file.write(json.dumps(truth) + "\n")


def _describe(frame):
    code = frame.f_code
    described = {"name": getattr(code, "co_qualname", code.co_name), "file": code.co_filename, "line": frame.f_lineno}
    described.update(_columns(frame) if hasattr(code, "co_positions") else LINE_ALONE)
    return described


def _columns(frame):
    positions = list(frame.f_code.co_positions())
    line, end_line, column, end_column = positions[frame.f_lasti // 2]
    return {
        "endLine": end_line,
        "column": _utf16(frame, line, column),
        "endColumn": _utf16(frame, end_line, end_column),
    }


def _utf16(frame, line, byte_column):
    """The 1-based column in UTF-16 units; the byte column + 1 where there is no source."""
    if byte_column is None:
        return None
    text = linecache.getline(frame.f_code.co_filename, line, frame.f_globals)
    if not text:
        return byte_column + 1
    return len(text.encode("utf-8")[:byte_column].decode("utf-8").encode("utf-16-le")) // 2 + 1
