"""Files in memory, contexts, and what each thread has in a threading.local."""

import contextvars
import io
import threading

VARIABLES = [contextvars.ContextVar("variable%d" % number) for number in range(40)]
local = threading.local()
has_set = threading.Event()


class Derived(threading.local):
    inherited = "of the class"


def memory_files():
    added, changed, much, closed = io.StringIO(), io.StringIO("first"), io.StringIO(), io.StringIO("x")
    for text in ("one, ", "é, ", "€"):
        added.write(text)
    changed.seek(2)
    changed.write("€")
    for _ in range(100100):
        much.write("ab")
    closed.close()
    data = io.BytesIO(b"four")
    data.seek(0, io.SEEK_END)
    data.write(b"teen")
    closed_data = io.BytesIO()
    closed_data.close()
    return {
        "text_added": added,
        "text_changed": changed,
        "no_text": io.StringIO(),
        "much_text": much,
        "closed_text": closed,
        "data": data,
        "closed_data": closed_data,
    }


def contexts():
    few, many = contextvars.Context(), contextvars.Context()
    few.run(set_variables, VARIABLES[:2])
    many.run(set_variables, VARIABLES)
    return {"few_variables": few, "many_variables": many, "no_variables": contextvars.Context()}


def set_variables(variables):
    for value, variable in enumerate(variables):
        variable.set([value])


def thread_locals():
    derived = Derived()
    local.own = "of the main thread"
    threading.Thread(target=keep, args=(derived,), name="keeper", daemon=True).start()
    has_set.wait()
    return {"local": local, "derived_local": derived}


def keep(derived):
    local.own, derived.other = "of the keeper", 7
    has_set.set()
    threading.Event().wait()
