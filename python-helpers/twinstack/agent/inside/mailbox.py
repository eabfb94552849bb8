"""How the agent and GDB speak: the agent calls gc.is_tracked(bytearray), on whose C code GDB has a breakpoint.

GDB reads the message out of the bytearray and may write a command into it, which is there when the call returns. Without
GDB the call does nothing. The header: MAGIC and a byte that GDB sets when it has read, the length of the command, that of the
message, the room for a command. Both are Python literals. Of a command that is longer than the room GDB writes the length alone.
"""

import _thread
import gc
import posix
import sys

FILE = "<twinstack>"  # co_filename of the agent's own code
OF_BREAKPOINT = "<breakpoint>"  # that of conditions and of what is logged
MAGIC = b"TWINSTK"
HEADER = 32
ROOM = 8192
trap = gc.is_tracked
identity = _thread.get_ident
frame_at = sys._getframe
control = bytearray(16)  # written by GDB at any stop
IS_OFF, FORGET_STEPS, SETS_TRACE, WAKE = 0, 1, 2, 3  # what its bytes mean
STEP_ON = "step_on"  # the command "step", where the program runs on at once: where that step ends is told, and not that it has begun
commands = {}


def mailbox(message, room=ROOM):
    text = ascii(message).encode()
    size, room = len(text), max(room, len(text))
    numbers = b"".join(number.to_bytes(8, "little") for number in (0, size, room))
    return bytearray(MAGIC + b"\0" + numbers + text + bytes(room - size))


def told(message):
    """The command that GDB answers the message with: (name, argument...), or None."""
    box, size = carried(mailbox(message))
    while HEADER + size > len(box):
        box, size = carried(mailbox({"event": "room"}, size))
    return eval(box[HEADER : HEADER + size].decode(), {"__builtins__": {}}) if size else None


def carried(box):
    """The mailbox when GDB has answered, and the length of its command."""
    trap(box)
    return box, int.from_bytes(box[8:16], "little")


# One thread at a time speaks with GDB, also in a free-threaded CPython. A pending call may run anywhere in the agent's own code.
turn = _thread.RLock()


own_process = posix.getpid()


def forked():
    """A child is not debugged by its parent's GDB; the turn may be that of a thread which the child does not have. An agent that has come into
    the child before this is called there, at the first safe point, is its own."""
    global turn
    if posix.getpid() == own_process:
        return
    turn = _thread.RLock()
    control[IS_OFF] = 1


# CPython keeps what it calls at a fork for ever: that knows the agent only as long as it is there.
AT_FORK = "lambda: hasattr(sys, '_twinstack') and sys._twinstack.forked()"
posix.register_at_fork(after_in_child=eval(compile(AT_FORK, FILE, "eval"), {"sys": sys}))


def tell(**message):
    """Tell GDB, and do what it answers until it answers nothing more."""
    if control[IS_OFF]:
        return
    with turn:
        while message is not None:
            command = told(message)
            message = command and obeyed(command)


def obeyed(command):
    """What GDB is told of it: of a step that begins at once nothing, unless there is no such step."""
    name, *arguments = command
    try:
        value = commands[name](*arguments)
        return None if name == STEP_ON else {"event": "reply", "value": value}
    except BaseException as error:  # GDB interrupts what takes too long, or has just ended
        evaluating.discard(identity())
        deafen()
        keep_interruption(error)
        return {"event": "no_step" if name == STEP_ON else "reply", "error": described(error)}


def described(error):
    try:
        text = str(error)
    except BaseException:
        text = ""
    return "%s: %s" % (type(error).__name__, text) if text else type(error).__name__


def command(function):
    """A decorator: GDB may ask for the function by its name."""
    commands[function.__name__] = function
    return function


def poll():
    """A safe point: what GDB wants is done now. It is run by itself: nothing that interrupts it comes to the program."""
    tell(event="poll")
    del interruptions[:]


def is_own(frame):
    return frame.f_code.co_filename == FILE


def user_frame(frame):
    """The newest frame from here on that is not the agent's, nor that of a call which GDB has made."""
    while frame is not None and (is_own(frame) or is_polling(frame.f_code)):
        frame = frame.f_back
    return frame


def is_polling(code):
    """Whether it is what GDB has CPython run."""
    return code.co_filename == "<string>" and "_twinstack" in code.co_names


def newest_frame(thread):
    """The newest frame of a thread of this interpreter's, None where it has none."""
    return frame_at(1) if thread == identity() else sys._current_frames().get(thread)


def has_other_interpreters():
    """CPython gives frames of all of them, also of those with a GIL of their own, which are not to be touched (3.12 on)."""
    module = sys.modules.get("_interpreters") or sys.modules.get("_xxsubinterpreters")
    return sys.version_info >= (3, 12) and hasattr(module, "list_all") and len(module.list_all()) > 1


def all_frames():
    """Of this thread alone where another interpreter runs; others are met when a function begins."""
    for frame in [frame_at(1)] if has_other_interpreters() else list(sys._current_frames().values()):
        while frame is not None:
            if not is_own(frame):
                yield frame
            frame = frame.f_back
