"""How the agent begins in the program, and what it takes back when it leaves."""

if hasattr(sys, "_twinstack"):  # of a GDB that is gone, or of the process that has forked
    sys._twinstack.leave()
engine = Monitoring() if sys.version_info >= (3, 12) else Tracing()


@command
def leave():
    """Take away all that the agent has set; it does nothing from here on."""
    control[IS_OFF] = 1
    sources.clear()
    known.clear()
    steps.clear()
    filters.clear()
    engine.leave()
    hook_out()
    if getattr(sys, "_twinstack", None) is Agent:  # a thread of an agent that was replaced may come later
        del sys._twinstack, sys._twinstack_hello


class Agent:
    """What is called by name: by GDB at safe points, and in a child of the program."""

    poll, leave, forked = staticmethod(poll), staticmethod(leave), staticmethod(forked)


hook_in()
sys._twinstack = Agent
hello = {"trap": id(trap), "control": id(control), "results": id(results), "header": object.__basicsize__}
if type(engine) is Tracing:
    hello.update(settrace=id(sys.settrace), trace=id(engine.trace), none=id(None))
sys._twinstack_hello = mailbox(hello)
