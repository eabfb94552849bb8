"""Steps of the agent's own, without GDB."""

from alone_case import AloneCase


class Steps(AloneCase):
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

    def test_a_step_from_the_end_of_what_a_library_calls_ends_in_the_next_where_no_code_of_the_users_has_called_it(self):
        """As in a pool's thread, or with `-m pytest`; the last one ends nowhere, and is forgotten."""
        lines, steps, kinds = self.ran("""
import concurrent.futures
module = program(TWO)
tell_program()
lines = []
def answer(message):
    if message["event"] == "stop":
        lines.append(agent["user_frame"](sys._getframe(1)).f_lineno)
        return ("step", kinds[len(lines) % 3], _thread.get_ident())
kinds = "out", "in", "next"
agent["told"] = answer
place([3])
def last(n):
    place([])
    return n
with concurrent.futures.ThreadPoolExecutor(1) as pool:
    for work in (module.a, module.b, last):
        pool.submit(work, 1).result()
    pool.submit(len, "").result()
print(json.dumps([lines, len(agent["steps"]), [each.kind for each in agent["steps"].values()]]))
""")
        self.assertEqual(([3, 7, 8], 0, []), (lines[:3], steps, kinds))

    def test_a_step_into_what_c_code_calls_ends_in_each(self):
        lines = self.ran("""
module = program('''
class Made:
    def __new__(cls):
        return super().__new__(cls)
    def __init__(self):
        self.one = 1
def run():
    found = sorted([2, 1], key=lambda n:
        n)
    Made()
    return found
''')
lines = []
def answer(message):
    if message["event"] == "stop":
        lines.append(agent["user_frame"](sys._getframe(1)).f_lineno)
        return ("step", "in", _thread.get_ident()) if lines[-1] != 11 else None
tell_program()
place([8])
agent["told"] = answer
module.run()
print(json.dumps([lines.count(9), lines[-5:]]))
""")
        self.assertEqual([2, [10, 4, 6, 10, 11]], lines)

    def test_a_step_into_enters_nothing_that_gdb_has_the_program_run(self):
        files = self.ran("""
module = program('''
import ctypes
def run():
    ctypes.pythonapi.PyRun_SimpleString(b"__import__('sys')._twinstack.poll()")
    return 1
''')
stops = []
exec(compile('''
def answer(message):
    if message["event"] == "stop":
        frame = sys._getframe()
        while frame.f_code.co_filename == "<twinstack>":
            frame = frame.f_back
        stops.append([frame.f_code.co_name, frame.f_lineno])
        return ("step", "in", _thread.get_ident()) if len(stops) < 2 else None
''', "<twinstack>", "exec"))
tell_program()
place([4])
agent["told"] = answer
module.run()
print(json.dumps(stops))
""")
        self.assertEqual([["run", 4], ["run", 5]], files)

    def test_a_step_into_enters_nothing_that_a_library_has_generated(self):
        lines = self.ran("""
module = program('''
import dataclasses, typing
@dataclasses.dataclass
class Point:
    x: int
    def __post_init__(self):
        self.y = 1
def run():
    Point(1)
    return 1
''')
lines = []
def answer(message):
    if message["event"] == "stop":
        lines.append(agent["user_frame"](sys._getframe(1)).f_lineno)
        return ("step", "in", _thread.get_ident()) if len(lines) < 4 else None
tell_program()
place([9])
agent["told"] = answer
module.run()
print(json.dumps(lines))
""")
        self.assertEqual([9, 7, 9, 10], lines)

    def test_of_a_step_that_begins_at_once_the_end_alone_is_told(self):
        """Or that there is none."""
        events = self.ran("""
module = program(TWO)
threads = [_thread.get_ident(), 0]
events = []
def answer(message):
    if message["event"] in ("stop", "no_step", "reply"):
        events.append([message["event"], message.get("error")])
    if message["event"] == "stop":
        return "step_on", "next", threads.pop(0)
agent["told"] = answer
place([2])
module.a(1)
print(json.dumps(events))
""")
        self.assertEqual([["stop", None], ["stop", None], ["no_step", "ValueError: the thread runs no Python code"]], events)

    def test_a_step_begins_without_those_before_and_is_none_where_a_stop_has_ended_it(self):
        """As when another thread has stopped before, and when one stops at the same time."""
        begun, ended, thread = self.ran("""
module = program("def call(step):\\n    return step()\\n")
tell_program()
def step():
    reply = agent["obeyed"](("step", "out", _thread.get_ident()))
    return [reply.get("error"), list(agent["steps"])]
def both():
    agent["steps"][0] = agent["Step"]("out", None)
    begun = step()
    agent["control"][agent["FORGET_STEPS"]] = 1
    return begun, step(), _thread.get_ident()
print(json.dumps(module.call(both)), flush=True)
os._exit(0)
""")
        self.assertEqual(([None, [thread]], [None, []]), (begun, ended))

    def test_threads_that_begin_and_end_steps_at_once(self):
        """None of what the agent holds may be changed under another thread's eyes, and none of its errors reaches the program."""
        failed, ended = self.ran("""
module = program(TWO + "def c(n):\\n    return [a(n) for n in range(n)]\\n")
tell_program()
place([2, 7], condition="False")
sys.setswitchinterval(1e-6)
end, ended, failed = time.monotonic() + 1, [], []
def ran(work):
    try:
        while time.monotonic() < end:
            work()
        ended.append(True)
    except BaseException as error:
        failed.append(repr(error))
def stepping():
    agent["obeyed"](("step", "in", _thread.get_ident()))
    module.b(1)
    agent["obeyed"](("forget_step",))
def placing():
    place([2, 7] if len(told) % 2 else [1], condition="False")
    del told[:-100]
works = stepping, stepping, stepping, lambda: module.c(5), lambda: module.c(7), placing
threads = [threading.Thread(target=ran, args=(work,)) for work in works]
for each in threads: each.start()
for each in threads: each.join()
failed += [each["error"] for each in told if each["event"] == "failed"]
print(json.dumps([failed[:3], len(ended)]), flush=True)
os._exit(0)
""")
        self.assertEqual(([], 6), (failed, ended))
