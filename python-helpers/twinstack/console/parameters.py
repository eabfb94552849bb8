"""``set twinstack ...``: what a user of the commands can change."""

import gdb

UNLIMITED = -1


class Group(gdb.Command):
    """Settings of Twinstack's commands."""

    def __init__(self, name):
        super().__init__(name, gdb.COMMAND_DATA, prefix=True)


class MaxFrames(gdb.Parameter):
    """How many Python frames py-bt and py-bt-full show."""

    set_doc = "Set how many Python frames py-bt and py-bt-full show."
    show_doc = "Show how many Python frames py-bt and py-bt-full show."

    def __init__(self):
        super().__init__("twinstack max-frames", gdb.COMMAND_STACK, gdb.PARAM_ZUINTEGER_UNLIMITED)
        self.value = 10000

    def get_set_string(self):
        return ""

    def get_show_string(self, value):
        return "py-bt and py-bt-full show %s Python frames." % value


def define():
    Group("set twinstack")
    Group("show twinstack")
    MaxFrames()


def max_frames():
    """The limit as set; None without one."""
    value = gdb.parameter("twinstack max-frames")
    return None if value in (None, UNLIMITED) else value
