"""The agent's own code, in the Python to be debugged, without GDB: the program takes GDB's part."""

import json
import subprocess
import unittest

import debuggee
from twinstack.agent import sources

SECONDS = 20
SCRIPT = """
import _thread, ctypes, gc, json, os, sys, threading, time, types
def start():
    exec(TEXT)
    return sys._twinstack.poll.__globals__
agent = start()
told = []
def answer(message):
    if message["event"] not in ("poll", "filter"):
        told.append(message)
def program(source, name=%r):
    module = types.ModuleType("program")
    with open(name, "w") as file:
        file.write(source)
    module.__file__ = name
    exec(compile(source, name, "exec"), module.__dict__)
    return module
def place(lines, condition=None, log=None, name=%r):
    rows = [(number, line, condition, None, log) for number, line in enumerate(lines, 1)]
    return agent["obeyed"](("breakpoints", name, rows))
def tell_program():
    agent["told"] = answer
"""
TWO = "def a(n):\n    n += 1\n    return n\n\n\ndef b(n):\n    n += 2\n    return n\n"


class Alone(unittest.TestCase):
    def ran(self, source):
        """What the program writes, read as JSON."""
        path = debuggee.scratch() + "/alone.py"
        names = path.replace("alone", "program"), path.replace("alone", "program")
        with open(path, "w", encoding="utf-8") as script:
            script.write("TEXT = %r\nTWO = %r\n" % (sources.text(), TWO) + SCRIPT % names + source)
        command = [debuggee.python()["executable"], "-W", "ignore", path]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS)
        self.assertEqual((0, ""), (done.returncode, done.stderr.decode()))
        return json.loads(done.stdout.decode())

    def test_a_pending_call_comes_anywhere_in_its_code(self):
        self.assertTrue(
            self.ran("""
run = ctypes.cast(ctypes.pythonapi.PyRun_SimpleString, ctypes.c_void_p)
def pend():
    while True:
        ctypes.pythonapi.Py_AddPendingCall(run, ctypes.c_char_p(b"__import__('sys')._twinstack.poll()"))
        time.sleep(0.0002)
threading.Thread(target=pend, daemon=True).start()
end, count = time.monotonic() + 4, 0
while time.monotonic() < end:
    agent["tell"](event="log", number=1, text="x")
    count += 1
print(count, flush=True)
os._exit(0)
""")
        )

    def test_a_child_does_not_wait_for_a_thread_of_its_parent(self):
        statuses = self.ran("""
held, done = _thread.allocate_lock(), _thread.allocate_lock()
held.acquire(), done.acquire()
def hold():
    with agent["turn"]:
        held.release()
        done.acquire()
_thread.start_new_thread(hold, ())
held.acquire()
child = os.fork()
if not child:
    ctypes.CDLL(None).alarm(5)
    tell_program()
    agent["tell"](event="log", number=1, text="x")
    agent["turn"].acquire()
    os._exit(len(told))
print(os.waitpid(child, 0)[1], flush=True)
os._exit(0)
""")
        self.assertEqual(0, statuses)

    def test_no_error_of_the_users_code_reaches_the_program(self):
        said = self.ran("""
module = program("class Bad(BaseException):\\n    def __str__(self):\\n        raise SystemExit\\ndef fail(kind):\\n    raise kind\\ndef f(x):\\n    return x\\n")
tell_program()
for kind in ("GeneratorExit", "Bad"):
    place([7], condition="fail(%s)" % kind)
    module.f(1)
    place([7], log=["", "fail(%s)" % kind])
    module.f(1)
def fail():
    raise module.Bad
agent["commands"]["fail"] = fail
print(json.dumps([each.get("message") or each.get("text") for each in told if each["event"] in ("stop", "log")] + [agent["obeyed"](("fail",))["error"]]))
""")
        failed = "the condition of breakpoint 1 failed: "
        wanted = [failed + "GeneratorExit", "<error: GeneratorExit>", failed + "Bad", "<error: Bad>", "Bad"]
        self.assertEqual(wanted, said)

    def test_what_a_handler_of_a_signal_raises_reaches_the_program(self):
        """Wherever in the agent's code the signal comes. A KeyboardInterrupt is no Exception. The breakpoint is there still."""
        for kind in ("Exception", "BaseException"):
            raised, caught, stops = self.ran("""
import signal
module = program(TWO)
place([2])
agent["obeyed"](("exceptions", {"uncaught": ["OSError"]}))
class Interruption(%s):
    pass
raised, caught = 0, 0
def handler(*signal):
    global raised
    raised += 1
    raise Interruption
signal.signal(signal.SIGALRM, handler)
def work():
    while True:
        try:
            module.b(1) and {}["x"]
        except KeyError:
            pass
for _ in range(60):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.002)
        work()
    except Interruption:
        caught += 1
tell_program()
module.a(-1)
print(json.dumps([raised, caught, [(each["event"], each["message"]) for each in told]]))
""" % kind)
            self.assertEqual((60, 60, [["stop", None]]), (raised, caught, stops))

    def test_a_step_into_runs_nothing_of_what_it_looks_at(self):
        """Proxies, classes without a hash, modules that load themselves when they are asked."""
        self.assertEqual(
            ["reply", [7, 7], ["entries"]],
            self.ran("""
module = program('''
import sys, types
class Meta(type):
    __eq__, __hash__ = (lambda self, other: self is other), None
class Unhashable(metaclass=Meta):
    pass
class Lazy(types.ModuleType):
    def __getattr__(self, name):
        raise ImportError(name)
sys.modules["lazy"] = Lazy("lazy")
class OfLazy:
    __module__ = "lazy"
class Items(dict):
    __getattr__ = dict.__getitem__
    def __call__(self):
        return 7
class Proxy:
    def __getattr__(self, name):
        raise RuntimeError("outside of a request")
    def __call__(self):
        return 7
def call(step, proxy):
    step(); found = proxy()
    return found
''')
tell_program()
replies = []
def step():
    replies.append(agent["obeyed"](("step", "in", _thread.get_ident())))
found = [module.call(step, proxy) for proxy in (module.Items(), module.Proxy())]
agent["commands"]["forget_step"]()
print(json.dumps([replies[0].get("error", "reply"), found, [each["event"] for each in told if each["event"] not in ("stop", "return")]]))
"""),
        )

    def test_a_step_out_of_what_a_library_calls_ends_in_what_it_calls_next(self):
        lines = self.ran("""
import io, unittest
module = program('''
import unittest
class Case(unittest.TestCase):
    def test_a(self):
        step("next")
        self.one = 1
    def test_b(self):
        self.two = 2
def run():
    loaded = unittest.defaultTestLoader.loadTestsFromTestCase(Case)
    unittest.TextTestRunner(stream=stream).run(loaded)
    return loaded
''')
module.stream = io.StringIO()
lines = []
def answer(message):
    if message["event"] == "stop":
        lines.append(agent["user_frame"](sys._getframe(1)).f_lineno)
        return ("step", "next", _thread.get_ident()) if len(lines) < 4 else None
agent["told"] = answer
module.step = lambda kind: agent["obeyed"](("step", kind, _thread.get_ident()))
module.run()
print(json.dumps(lines))
""")
        self.assertEqual([5, 6, 8, 11], lines)

    def test_frames_of_other_interpreters_are_left_alone(self):
        """Those of one with a GIL of its own end while they are looked at, which aborts CPython."""
        if debuggee.version() < (3, 13):
            self.skipTest("it has no _interpreters")
        self.assertTrue(
            self.ran("""
import _interpreters
other = _interpreters.create()
spin = "def spin(n):\\n    while n:\\n        n -= 1\\nfor _ in range(2000):\\n    spin(2000)"
thread = threading.Thread(target=lambda: _interpreters.exec(other, spin))
module = program(TWO)
thread.start()
count = 0
while thread.is_alive():
    place([2] if count % 2 else [])
    count += 1
thread.join()
print(count, flush=True)
""")
        )

    def test_it_makes_room_for_a_long_command(self):
        boxes = self.ran("""
text, boxes = ascii(("echo", "x" * 20000)).encode(), []
def trap(box):
    room = len(box) - 32
    boxes.append(room)
    if len(boxes) < 3:
        box[8:16] = len(text).to_bytes(8, "little")
        if len(text) <= room:
            box[32:32 + len(text)] = text
agent["trap"] = trap
agent["commands"]["echo"] = lambda value: told.append(len(value))
agent["tell"](event="poll")
print(json.dumps([boxes, told]))
""")
        self.assertEqual([[8192, len(ascii(("echo", "x" * 20000))), 8192], [20000]], boxes)

    def test_the_agent_of_a_former_debugger_leaves_first(self):
        stops = self.ran("""
module = program(TWO)
place([2])
former, agent = agent, start()
former["told"] = lambda message: told.append("the former one's")
tell_program()
placed = place([2])
module.a(1)
former["leave"]()
module.a(1)
print(json.dumps([placed["value"], [each["event"] for each in told]]))
""")
        self.assertEqual([[[1, 2, None]], ["stop", "stop"]], stops)

    def test_a_profiler_of_the_programs_stays(self):
        self.assertEqual(
            [True, True],
            self.ran("""
def own(*event):
    pass
tell_program()
def go():
    sys.setprofile(own)
    for kind in ("in", "next"):
        agent["commands"]["step"](kind, _thread.get_ident())
    found = sys.getprofile()
    sys.setprofile(None)
    return found is own
print(json.dumps([go(), go()]))
"""),
        )

    def test_functions_that_the_collector_does_not_know(self):
        seen = self.ran("""
sys.modules["program"] = module = program(TWO + "class C:\\n    @staticmethod\\n    def m():\\n        return 1\\n")
hidden = [module.__dict__.pop("a")]
gc.freeze()
tell_program()
placed = place([2, 5, 7, 12])["value"]
module.b(1)
before = len(told)
hidden[0](1)
print(json.dumps([placed, [(each["event"], each.get("numbers")) for each in told]]))
""")
        placed, events = seen
        self.assertEqual([[1, None, None], [2, None, None], [3, 7, None], [4, 12, None]], placed)
        self.assertEqual([["stop", [3]], ["bound", None], ["stop", [1]]], events)

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

    def test_breakpoint_is_what_the_environment_says(self):
        self.assertEqual(
            [[], ["breakpoint"], True],
            self.ran("""
tell_program()
os.environ["PYTHONBREAKPOINT"] = "0"
breakpoint()
nothing = [each["reason"] for each in told]
del os.environ["PYTHONBREAKPOINT"]
breakpoint()
agent["leave"]()
print(json.dumps([nothing, [each["reason"] for each in told], sys.breakpointhook is sys.__breakpointhook__]))
"""),
        )

    def test_what_is_uncaught_in_the_end(self):
        """Tasks that are awaited later, contexts that swallow and handlers that try again are not; what comes out of a task is."""
        told = self.ran("""
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
""")
        self.assertEqual([[], ["closing", "gathered", "of_a_task", "of_a_result"]], told)
