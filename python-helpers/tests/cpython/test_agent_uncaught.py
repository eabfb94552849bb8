"""Which exceptions something will handle, seen when they are raised."""

import debuggee
from alone_case import AloneCase


class Uncaught(AloneCase):
    def test_what_handlers_keep_is_seen_when_it_is_raised(self):
        """Each function runs in a thread, which nothing else handles anything for."""
        counts, of_user = self.ran("""
sys.path.insert(0, %r)
import handlers
threading.excepthook = lambda arguments: None
tell_program()
def modes(name):
    del told[:]
    thread = threading.Thread(target=getattr(handlers, name))
    thread.start()
    thread.join()
    return [each["exception"]["mode"] for each in told]
agent["obeyed"](("exceptions", {"uncaught": ()}))
counts = {name: len(modes(name)) for name in dir(handlers) if name.startswith(("by_", "told_"))}
agent["obeyed"](("exceptions", {"userUnhandled": ["ValueError"]}))
print(json.dumps([counts, [modes(name) for name in ("by_its_type", "by_user_code_beyond_a_library", "told_of_an_attribute")]]))
""" % debuggee.PROGRAMS)
        self.assertEqual({name: int(name.startswith("told_")) for name in counts}, counts)
        self.assertEqual([[], ["userUnhandled"], []], of_user)

    def test_what_is_uncaught_in_the_end(self):
        """Tasks that are awaited later, contexts that swallow and handlers that try again are not; what comes out of a task is."""
        told = self.ran(IN_THE_END)
        self.assertEqual([[], ["closing", "gathered", "of_a_task", "of_a_result"]], told)


IN_THE_END = """
import asyncio, contextlib
tell_program()
agent["obeyed"](("exceptions", {"uncaught": []}))
async def bad():
    raise ValueError
async def forever():
    while True:
        await asyncio.sleep(1)
async def awaited_later():
    task = asyncio.create_task(bad())
    await asyncio.sleep(0)
    try:
        await task
    except ValueError:
        pass
    task = asyncio.create_task(forever())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
class Swallowing:
    def __enter__(self):
        pass
    def __exit__(self, *error):
        return True
class Closing(Swallowing):
    def __exit__(self, *error):
        return False
@contextlib.contextmanager
def handling():
    try:
        yield
    except ValueError:
        pass
other_name = contextlib.suppress
def handled():
    with Swallowing():
        raise ValueError
    with handling():
        raise ValueError
    with other_name(ValueError):
        raise ValueError
    try:
        raise ValueError
    except Exception:
        try:
            raise
        except ValueError:
            pass
def closing():
    with Closing():
        raise ValueError
async def gathered():
    await asyncio.gather(bad(), asyncio.sleep(0))
async def of_a_task():
    task = asyncio.create_task(bad())
    await task
async def of_a_result():
    task = asyncio.create_task(bad())
    await asyncio.wait([task])
    task.result()
asyncio.run(awaited_later())
handled()
found = [each["exception"]["stackTrace"] for each in told]
threading.excepthook = lambda arguments: None
for function in [closing] + [lambda each=each: asyncio.run(each()) for each in (gathered, of_a_task, of_a_result)]:
    thread = threading.Thread(target=function)
    thread.start()
    thread.join()
names = [each["exception"]["stackTrace"].split("\\n")[-2].split(" in ")[-1] for each in told]
print(json.dumps([found, names]))
"""
