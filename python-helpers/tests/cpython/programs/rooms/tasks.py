"""asyncio: tasks in every state, futures, and what tasks wait with."""

import asyncio
import functools
import types

LOOP = asyncio.new_event_loop()


def tasks():
    asyncio.set_event_loop(LOOP)
    found = LOOP.run_until_complete(made())
    found["fresh_task"] = LOOP.create_task(outer(), name="named")
    found["cancelling_task"] = LOOP.create_task(outer())
    found["cancelling_task"].cancel()
    return found


async def made():
    waiting_for, done = LOOP.create_future(), LOOP.create_future()
    done.set_result([1, "two"])
    for callback in (called_back, print, functools.partial(called_back, 1)):
        waiting_for.add_done_callback(callback)
    found = {
        "sleeping_task": LOOP.create_task(outer()),
        "waiting_task": LOOP.create_task(waiting(waiting_for)),
        "finished_task": LOOP.create_task(finishing()),
        "failed_task": LOOP.create_task(failing()),
        "cancelled_task": LOOP.create_task(outer()),
        "waited_for": waiting_for,
        "done_asyncio_future": done,
        "failed_asyncio_future": failed_future(),
        **results(),
        **called_backs(),
    }
    await asyncio.sleep(0)
    found["cancelled_task"].cancel()
    for _ in range(3):
        await asyncio.sleep(0)
    return {**found, **synchronizers()}


def synchronizers():
    event, queue, lock = asyncio.Event(), asyncio.Queue(3), asyncio.Lock()
    event.set()
    queue.put_nowait("item")
    return {
        "asyncio_event": event,
        "asyncio_lock": lock,
        "asyncio_condition": asyncio.Condition(),
        "asyncio_semaphore": asyncio.Semaphore(2),
        "asyncio_locked_semaphore": asyncio.Semaphore(0),
        "asyncio_queue": queue,
        "asyncio_no_queue": asyncio.LifoQueue(),
    }


def failed_future():
    future = LOOP.create_future()
    future.set_exception(KeyError("k"))
    future.exception()
    return future


def results():
    found = {}
    for name, result in (
        ("text", "long " * 20),
        ("longer", "x" * 500 + "END"),
        ("bytes", b"x" * 500 + b"END"),
        ("number", 10**34),
        ("long_number", 10**50),
        ("true", True),
    ):
        found["result_" + name] = LOOP.create_future()
        found["result_" + name].set_result(result)
    return found


def called_backs():
    found = {}
    for name, callback in (
        ("built_in", print),
        ("of_a_class", dict.fromkeys),
        ("of_our_class", Callee.__init_subclass__),
        ("of_an_object", [].append),
        ("class", list),
        ("our_class", Callee),
        ("method", Callee().method),
        ("of_no_function", types.MethodType(print, 1)),
        ("partial", functools.partial(called_back, 1, k="two")),
        ("wrapped", wrapping),
    ):
        found["calls_back_" + name] = LOOP.create_future()
        found["calls_back_" + name].add_done_callback(callback)
    return found


class Callee:
    def __init__(self, *arguments):
        pass

    def method(self, future):
        pass


def called_back(*arguments, **named):
    pass


@functools.wraps(called_back)
def wrapping(future):
    pass


async def outer():
    mark = "in outer"
    await sleeping()  # @outer
    return mark


async def sleeping():
    await asyncio.sleep(1000)  # @sleeping


async def waiting(future):
    await future


async def finishing():
    return 7


async def failing():
    raise ValueError("failed")
