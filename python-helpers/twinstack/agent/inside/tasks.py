"""Tasks of asyncio, which take turns in a thread. Nothing is imported for them."""


def all_tasks():
    """Those of the loop that runs in this thread; None where none does."""
    try:
        return sys.modules.get("asyncio.tasks").all_tasks()
    except (AttributeError, RuntimeError):
        return None


def awaited_by(future, before):
    """The tasks that one which begins to await a future has made since there were those of ``before``, or awaits by it."""
    children = future._children if type(future).__name__ == "_GatheringFuture" else ()
    return [*(all_tasks() or before).difference(before), future, *children]


def runs_another(tasks):
    """Whether a loop runs in this thread, and none of these tasks in it."""
    try:
        running = sys.modules["asyncio.tasks"].current_task()
    except RuntimeError:
        return False
    return running is None or not any(each is running for each in tasks)
