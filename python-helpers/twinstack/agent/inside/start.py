"""The agent's beginning and end."""

engine = Monitoring() if sys.version_info >= (3, 12) else Tracing()


@command
def leave():
    """Take away all that the agent has set; it does nothing from here on."""
    control[IS_OFF] = 1
    sources.clear()
    known.clear()
    steps.clear()
    engine.leave()
    for name in ("_twinstack", "_twinstack_hello"):
        sys.__dict__.pop(name, None)


class Agent:
    """What GDB calls by name, at safe points."""

    poll, leave = staticmethod(poll), staticmethod(leave)


sys._twinstack = Agent
sys._twinstack_hello = mailbox({"trap": id(trap), "control": id(control), "header": object.__basicsize__})
