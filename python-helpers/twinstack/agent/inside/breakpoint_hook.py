"""The program's own breakpoint(), which stops where it is called while the agent is there."""


def hook(*args, **kwargs):
    """What PYTHONBREAKPOINT names is done instead, as without a debugger; it may be 0, which is nothing."""
    os = sys.modules.get("os")
    is_named = os is not None and not sys.flags.ignore_environment and os.environ.get("PYTHONBREAKPOINT")
    if is_named or control[IS_OFF]:
        return sys.__breakpointhook__(*args, **kwargs)
    stop("breakpoint", frame_at(1), is_certain=True)


def hook_in():
    if sys.breakpointhook is sys.__breakpointhook__:
        sys.breakpointhook = hook


def hook_out():
    if sys.breakpointhook is hook:
        sys.breakpointhook = sys.__breakpointhook__
