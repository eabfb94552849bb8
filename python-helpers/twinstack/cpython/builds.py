"""What is known of a CPython and how it was built, in words."""

from . import versions

FLAGS = {"d": "debug", "t": "free-threaded"}  # of sys.abiflags


def describe(runtime):
    """{"version", "flavour", "table", "layout", "build", "remark"}: ``layout`` is where the layout
    is from, ``build`` a list of words, ``remark`` a sentence or None."""
    return {
        "version": runtime.version,
        "flavour": runtime.flavour,
        "table": runtime.layout.name,
        "layout": runtime.layout.source,
        "build": build(runtime),
        "remark": remark(runtime),
    }


def build(runtime):
    """Words for what is unusual in the build, by sys.abiflags; none when that is not there."""
    found = runtime.readers.dicts.find(runtime.sysdict, "abiflags")
    flags = runtime.readers.strings.text(found, 10) if found else ""
    return [word for flag, word in FLAGS.items() if flag in flags]


def remark(runtime):
    """Says when the version is newer than what is known of CPython."""
    name = runtime.layout.name
    known = versions.known_as(name)
    if known == name:
        return None
    return (
        "CPython %s is newer than this debugger knows: its structs are read by its debug "
        "information, its frames and objects as CPython %s has them." % (name, known)
    )
