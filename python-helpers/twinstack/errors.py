"""The errors that cross a module's border; everything else is a bug of ours."""


class UserError(Exception):
    """A whole sentence for the user: what failed, why, what to do."""

    kind = "user"


class ForConsole(UserError):
    """What is refused because something is only for a client's debug console; ``plain`` does not speak of that, for where there is none."""

    def __init__(self, before, console, behind="."):
        super().__init__(before + console + behind)
        self.plain = before + behind


class StaleError(UserError):
    """A handle or frame was made at an earlier stop and died when the program went on."""

    kind = "stale"


class NoPython(UserError):
    """There is no CPython in the debuggee, or it has not started yet.

    ``in_files``: what is missing is missing in its files, so that only other ones can change that.
    """

    in_files = True


class NotRunning(NoPython):
    """A CPython is there, but it has not started yet or has ended."""

    in_files = False


class UnreadablePython(NoPython):
    """A CPython is there, but it cannot be read: the version is unknown or a check failed."""

    in_files = False


class UnsupportedPython(UnreadablePython):
    """A CPython of which nothing tells the layout."""


class CorruptMemory(Exception):
    """The debuggee's memory is unreadable at ``address`` or holds what cannot be there.

    Readers turn it into one bad value, walkers into the end of their chain. Where nothing is left
    to show without what was read, ``commands`` answers it as a sentence for the user.
    """

    SENTENCE = (
        "This cannot be shown, as the program's memory is not what CPython leaves there: %s."
    )

    def __init__(self, address, what="memory cannot be read"):
        super().__init__("%s at 0x%x" % (what, address))
        self.address = address


class UnknownMember(CorruptMemory):
    """A struct, member or constant that the table of a CPython's version does not have: to whom reads, no other
    than memory that cannot be read."""

    SENTENCE = "This cannot be shown, as it is not known where this CPython keeps it: %s."

    def __init__(self, what):
        Exception.__init__(self, what)
