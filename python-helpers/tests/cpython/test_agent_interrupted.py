"""Handlers of the program's signals that run within the agent's code: what they raise is the program's."""

from alone_case import AloneCase


class Interrupted(AloneCase):
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

    def test_whatever_instruction_it_interrupts(self):
        """Of what looks at an exception and at a breakpoint. A trace function takes the handler's place."""
        times, lost = self.ran(EACH_INSTRUCTION)
        self.assertEqual([], lost)
        self.assertLess(30, times)

    def test_what_it_raises_in_a_condition_is_no_failure_of_that(self):
        """Also where the condition has called a function of the program's; KeyboardInterrupt is nobody's but the user's."""
        for kind in ("Exception", "BaseException", "KeyboardInterrupt"):
            for handler in ("handler", "functools.partial(handler)", "Handler()"):
                self.assertEqual(
                    ["Interruption", "Interruption", [["stop", None]]],
                    self.ran(HANDLER % (kind, handler) + CONDITION),
                )

    def test_what_it_raises_in_an_evaluation_comes_when_the_program_goes_on(self):
        said, caught = self.ran(HANDLER % ("Exception", "handler") + EVALUATION)
        self.assertEqual(["Interruption", "Interruption", None], said)
        self.assertEqual(["Interruption", None], caught)


HANDLER = """
import functools, signal
class Interruption(%s):
    pass
def handler(*signal):
    raise Interruption
class Handler:
    def __call__(self, *signal):
        raise Interruption
signal.signal(signal.SIGALRM, %s)
module = program(TWO)
def interrupted(n):
    signal.raise_signal(signal.SIGALRM)
    for _ in range(1000):
        pass
module.interrupted, module.handler = interrupted, handler
tell_program()
def raised(function, n):
    try:
        function(n)
    except BaseException as error:
        return type(error).__name__
"""
CONDITION = """
place([2], condition="interrupted(n)")
caught = [raised(module.a, 1)]
place([2], log=["", "interrupted(n)"])
caught.append(raised(module.a, 1))
place([2])
module.a(1)
print(json.dumps(caught + [[(each["event"], each["message"]) for each in told if each["event"] == "stop"]]))
"""
EVALUATION = """
place([2])
texts, said = ["interrupted(n)", "handler(14, None)", "n"], []
def answer(message):
    if message["event"] == "reply":
        said.append(message["value"][1])
    if texts and message["event"] in ("stop", "reply"):
        return "evaluate", texts.pop(0), _thread.get_ident(), 0
agent["told"] = answer
caught = [raised(module.a, 1), raised(module.a, 2)]
print(json.dumps([[each and each.split("\\n")[-1].rpartition(".")[2] for each in said], caught]))
"""
EACH_INSTRUCTION = """
class Interruption(Exception):
    pass
module = program("def a(n):\\n    return frame()\\n")
module.frame = lambda: sys._getframe(1)
place([2], condition="n > 5")
agent["obeyed"](("exceptions", {"raised": ["OSError"], "uncaught": ["OSError"]}))
sys.settrace(None)
frame = module.a(1)
found = next(iter(agent["sources"].values())).at[2]
def work():
    agent["handled"].clear(), agent["kinds"].clear()
    agent["reached"](found, frame)
    try:
        {}["x"]
    except KeyError as error:
        agent["met"](error, error.__traceback__, sys._getframe())
def interrupted(at):
    left = [at]
    def trace(frame, event, value):
        if frame.f_code.co_filename != agent["FILE"]:
            return None
        frame.f_trace_opcodes = True
        left[0] -= event == "opcode"
        if not left[0]:
            left[0] = -1
            raise Interruption
        return trace
    sys._getframe().f_trace_opcodes = True  # CPython 3.12 looks for it when tracing begins
    sys.settrace(trace)
    try:
        work()
    except Interruption:
        return True
    finally:
        sys.settrace(None)
    return left[0] > 0 and None
times, lost = 0, []
while True:
    times += 1
    done = interrupted(times)
    if done is None:
        break
    if not done:
        lost.append(times)
print(json.dumps([times, lost]))
"""
