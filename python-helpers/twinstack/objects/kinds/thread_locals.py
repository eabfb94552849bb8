"""threading.local: what each thread has in one (CPython: Modules/_threadmodule.c)."""

from .base import Kind


class ThreadLocalKind(Kind):
    """``[NAME]`` is the ``__dict__`` that a thread of that name sees."""

    STRUCT = "localobject"

    def members(self, address, type_object):
        return self.readers.thread_locals.of(address)
