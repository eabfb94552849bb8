"""What holds for one step of a thread: until that stops again, or the program ends."""

import gdb


class OneStep:
    """Calls ``ended(event)`` once, at the next stop of the thread of that global number, or at the program's end."""

    def __init__(self, thread, ended):
        self._thread, self._ended = thread, ended
        gdb.events.stop.connect(self._stopped)
        gdb.events.exited.connect(self._stopped)

    def _stopped(self, event):
        other = getattr(event, "inferior_thread", None)  # none in all-stop mode, nor at the end
        if other is not None and other.global_num != self._thread:
            return
        gdb.events.stop.disconnect(self._stopped)
        gdb.events.exited.disconnect(self._stopped)
        self._ended(event)
