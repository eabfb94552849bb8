"""What of the user's a function leads to that pybind11 has made: a function, a method, a lambda, a constructor.

pybind11/attr.h, function_record: ``impl`` calls what is kept in ``data``, which a pointer to a function begins; ``next`` is that of the
next overload. A lambda is named in the template arguments of cpp_function::initialize, within which ``impl`` is.
"""

import gdb

from ...later import re
from ...objects import locations
from ...session import pointer
from ...stack import unwind

DISPATCHER = "pybind11::cpp_function::dispatcher"
RECORD = "pybind11::detail::function_record"
INITIALIZE = "pybind11::cpp_function::initialize<"
CONSTRUCTOR = re.compile(r"initimpl::constructor<(.*?)>::execute<pybind11::class_<([^<>,]+)")
MAX_OVERLOADS = 50


def is_dispatcher(name):
    return name.startswith(DISPATCHER)


def is_glue(function):
    """Whether a function is of pybind11's headers."""
    return unwind.is_glue(locations.c_function(function).symtab.filename)


def functions(address, header):
    """Of a PyCFunctionObject, whose m_self is a capsule, or an object of pybind11's, that begins with the record."""
    places = {each.name: each.bitpos // 8 for each in gdb.lookup_type(RECORD).fields() if hasattr(each, "bitpos")}
    record = pointer(pointer(address + header + 8) + header)
    for _ in range(MAX_OVERLOADS):
        if not record:
            break
        found = _pointed(pointer(record + places["data"])) or _named(pointer(record + places["impl"]))
        if found and not is_glue(found):
            yield found
        record = pointer(record + places["next"])


def _pointed(function):
    block = locations.function_block(function)
    return function if block is not None and block.start == function else 0


def _named(impl):
    """The function that is named in the name of ``impl``."""
    name = gdb.execute("info symbol %d" % impl, to_string=True)
    start = name.find(INITIALIZE) + len(INITIALIZE)
    made = CONSTRUCTOR.match(name[start:].split("pybind11::detail::", 1)[-1])
    if made:
        kind = made.group(2)
        return _address("%s::%s(%s)" % (kind, kind.rpartition("::")[2], made.group(1)))
    called = _argument(name[start:])
    passed = name[name.find("(*)(", start) + len("(*)(") :]
    operator = "%s::operator()(%s)" % (called, _argument(passed, ""))
    return _address(operator + " const") or _address(operator)


def _argument(text, ends=","):
    """The text up to one of ``ends``, or to a bracket that was not opened in it."""
    depth = 0
    for position, letter in enumerate(text):
        if depth == 0 and letter in ends or depth == 0 and letter in ")>}":
            return text[:position]
        depth += (letter in "(<{[") - (letter in ")>}]")
    return text


def _address(name):
    try:
        return int(gdb.parse_and_eval("&'%s'" % name))
    except gdb.error:  # it is inlined
        return 0
