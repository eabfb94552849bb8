"""Stops with exceptions that are pending, being handled, both, and neither."""

import probe


def pending(*arguments):
    try:
        probe.checkpoint_pending(*arguments)
    except BaseException:
        pass


def generator():
    try:
        yield 1
    finally:
        probe.checkpoint(None)


probe.checkpoint(None)
try:
    raise OSError(2, "absent") from ValueError("cause")
except OSError:
    probe.checkpoint(None)
    for _ in generator():
        pass
    pending(KeyError, "key")
pending(StopIteration)
pending(OSError, (2, "absent"))
pending(KeyError, KeyError("made"))
try:
    next(generator())
finally:
    probe.checkpoint(None)
