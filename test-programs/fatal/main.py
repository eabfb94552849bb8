"""Dies of what its first argument names, in C code that is under Python."""

import os
import sys
import threading

import fatal

PRICES = {"bolt": 0.25}


def ended_while_handling(broken):
    try:
        broken()
    except SystemError:
        fatal.ends()  # @handled


def again():
    return fatal.call(again)  # @again


def spin():
    while True:
        pass


def deadlock():
    threading.Thread(target=spin, daemon=True).start()
    fatal.deadlock()


def die(way):
    if way in ("null_object", "null_argument", "unchecked", "abort_at_fault"):
        getattr(fatal, way)(PRICES)
    elif way in ("null_without_exception", "result_with_exception"):
        ended_while_handling(getattr(fatal, way))
    elif way == "in_a_test":
        os.environ["PYTEST_CURRENT_TEST"] = "tests/test_a.py::test_b[x (y)] (call)"  # as pytest does
        fatal.ends()
    elif way == "deadlock":
        deadlock()
    elif way == "recursion_through_python":
        again()
    else:
        getattr(fatal, way)()


die(sys.argv[1])
