"""The agent's own code, without GDB."""

import ast
import builtins
import dis
import unittest

import debuggee
from alone_case import AloneCase
from twinstack.agent.arrival import sources


class Alone(AloneCase):
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
        failed = "the condition 'fail(%s)' failed: %s"
        wanted = [failed % ("GeneratorExit", "GeneratorExit"), "<error: GeneratorExit>", failed % ("Bad", "Bad"), "<error: Bad>", "Bad"]
        self.assertEqual(wanted, said)

    def test_what_a_condition_binds_is_in_no_variable_of_the_module(self):
        stops, names = self.ran("""
module = program(TWO)
tell_program()
place([2], condition="[seen := each for each in (n,)] and seen == 3")
module.a(2), module.a(3)
print(json.dumps([[each["event"] for each in told].count("stop"), "seen" in vars(module)]))
""")
        self.assertEqual((1, False), (stops, names))

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

    def test_no_error_of_its_own_reaches_the_program(self):
        """Whatever is wrong in it."""
        self.assertEqual(
            [[4, 4], ["RuntimeError: wrong"], True],
            self.ran("""
module = program(TWO)
tell_program()
place([2], condition="n < 0")
def wrong(*arguments):
    raise_wrong()
exec(compile("def raise_wrong():\\n    raise RuntimeError('wrong')", "<twinstack>", "exec"), globals())
agent["reached"] = wrong
found = [module.a(3), module.a(3)]
print(json.dumps([found, sorted({each["error"] for each in told if each["event"] == "failed"}), len(told) > 1]))
"""),
        )

    def test_a_frame_keeps_nothing_of_an_agent_that_leaves_at_a_stop(self):
        """In CPython 3.8 and 3.9 its line would stay the same for ever."""
        lines, left = self.ran("""
module = program('''
import sys
def f():
    one = 1
    two = 2
    return sys._getframe().f_lineno, sys._getframe().f_trace is None
def suspended():
    one = 1
    yield one
    yield sys._getframe().f_lineno, sys._getframe().f_trace is None
''')
def answer(message):
    if message["event"] == "stop":
        leave()
agent["told"] = lambda message: None
place([8])
generator = module.suspended()
next(generator)
place([4, 8])
leave, agent["told"] = agent["leave"], answer
found = module.f(), next(generator)
print(json.dumps([[line for line, _ in found], [is_none for _, is_none in found]]))
""")
        self.assertEqual(([6, 10], [True, True]), (lines, left))

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

    def test_a_breakpoint_between_functions_stays_there_when_the_code_of_the_module_is_gone(self):
        rows = self.ran("""
module = program(TWO)
print(json.dumps(place([1, 4, 7])["value"]))
""")
        self.assertEqual([2, None, 7], [line for _, line, _ in rows])
        self.assertIn("what is outside of functions runs once", rows[1][2])

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

    def test_variables_of_a_function_that_returns_meanwhile(self):
        """In the frame of another thread, which runs while the code does."""
        lost, left, written = self.ran("""
go, stop = _thread.allocate_lock(), _thread.allocate_lock()
go.acquire(), stop.acquire()
module = program("def wait(n, go, stop):\\n    stop.release()\\n    go.acquire()\\n    return n\\n")
tell_program()
def asked(text):
    thread = threading.Thread(target=module.wait, args=(1, go, stop))
    thread.start()
    stop.acquire()
    module.thread = thread
    found = agent["commands"]["evaluate"](text, thread.ident, 0)
    if go.locked():
        go.release()
    thread.join()
    go.acquire(False), stop.acquire(False)
    return found
over = "go.release(); thread.join()"
lost, left, written = asked(over + "; n = 2"), asked(over), asked("n = 3")
print(json.dumps([lost[1:], left[1:], [written[1], bool(written[2])]]))
""")
        self.assertEqual(["The function has returned meanwhile, and its variables are gone.", 0, False], lost)
        self.assertEqual([None, 0, False], left)
        self.assertEqual([None, debuggee.version() < (3, 13)], written)


class Parts(unittest.TestCase):
    def test_no_name_is_that_of_two(self):
        """They are joined into one namespace."""
        found = {}
        for part in sources.PARTS:
            for name in names_of(ast.parse(text_of(part))):
                self.assertEqual(part, found.setdefault(name, part), name)
        self.assertEqual(set(), found.keys() & vars(builtins).keys())

    def test_no_name_is_unknown(self):
        """Each part is written as if all that the others define were there."""
        joined = ast.parse("".join(map(text_of, sources.PARTS)))
        known = {"__name__", *names_of(joined), *vars(builtins)}
        self.assertEqual(set(), globals_of(compile(joined, sources.FILE, "exec")) - known)


def text_of(part):
    with open("%s/%s.py" % (sources.DIRECTORY, part), encoding="ascii") as file:
        return file.read()


def globals_of(code):
    """The names that code, and all code in it, looks for outside of functions."""
    names = {each.argval for each in dis.get_instructions(code) if each.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    inner = (constant for constant in code.co_consts if hasattr(constant, "co_code"))
    return names.union(*map(globals_of, inner))


def names_of(module):
    """What a module defines for others."""
    for each in module.body:
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield each.name
        elif isinstance(each, (ast.Import, ast.ImportFrom)):
            yield from ((name.asname or name.name).partition(".")[0] for name in each.names)
        else:
            stored = (name for name in ast.walk(each) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store))
            yield from {name.id for name in stored}
