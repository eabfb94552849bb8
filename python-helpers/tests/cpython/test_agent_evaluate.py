"""Code of the user's in the scope of a Python frame, and the setting of its variables."""

from agent_case import AgentCase, run_on
from debuggee import ask, version
from twinstack import session


class Evaluate(AgentCase):
    def run_in(self, function, operation, **arguments):
        """The VARIABLE of what the operation has come to; None for statements."""
        frame = self.python_frame(function)
        reply = self.carried_out(self.result(operation, thread=self.thread(), frame=frame, **arguments))
        self.assertIsNone(reply["refused"])
        return reply["object"] and self.result("object", object=reply["object"], expression="it")

    def evaluated(self, expression, function="add"):
        return self.run_in(function, "python-evaluate", expression=expression)

    def assigned(self, target, value, function="add", **more):
        return self.run_in(function, "python-assign", target=target, value=value, **more)["value"]

    def start_in_add(self):
        self.place("stepped.py", self.request("stepped.py", "return", condition="a == 2"))
        self.start()

    def test_at_a_python_stop(self):
        self.start_in_add()
        self.assertEqual("12", self.evaluated("sum([a, b, total, 4])")["value"])
        self.assertEqual("3", self.evaluated("[a + n for n in range(3)][1]")["value"])
        opened = self.evaluated("dict(one=[a])")
        self.assertEqual("[2]", self.children(opened)[0]["value"])
        self.assertEqual("'__main__'", self.evaluated("__name__", "<module>")["value"])
        self.assertEqual("41", self.evaluated("    one = 1\n    total = 39 + a\n    total\n")["value"])
        self.assertIsNone(self.evaluated("total = 40 + a"))
        self.assertEqual("42", self.locals("add")["total"]["value"])
        self.place_at()
        self.EXPECTED = self.EXPECTED.replace("4,", "42,", 1)
        self.assert_at("return", "add")
        self.assert_ended_well(self.resume())

    def test_values_are_set(self):
        self.start_in_add()
        self.assertEqual("43", self.assigned("total", "[a + 41 for n in range(2)][0]"))
        self.assertEqual("43", self.locals("add")["total"]["value"])
        self.assertEqual("44", self.assigned("results", "[total, 44][1]", outside=True))
        self.assertEqual("44", self.evaluated("results", "<module>")["value"])
        self.assertEqual("[]", self.assigned("results", "[]", "<module>"))
        made = self.evaluated("{'list': [1, (2, 3)], 'made': type('Made', (), {})()}")
        self.assertEqual("5", self.assigned("[0]", "5", parent=self.children(made)[0]["object"]))
        self.assertEqual("'of it'", self.assigned(".name", "'of it'", parent=self.children(made)[1]["object"]))
        self.assertIn("[5, (2, 3)]", self.result("object", object=made["object"], expression="made")["value"])
        self.place_at()

    def test_a_name_among_many_is_looked_for_once_until_one_is_added(self):
        self.start_in_add()
        self.evaluated("names = vars(sys.modules['__main__']); names.update(('n%d' % n, n) for n in range(5000)); names.pop('n7')")
        mapping = int(self.evaluated("vars(sys.modules['__main__'])")["object"], 0)
        found = {name: self.found(mapping, name)[0] for name in ("n4999", "n7", "later")}
        self.assertEqual([True, False, False], [bool(each) for each in found.values()])
        for name, value in found.items():
            again, pages = self.found(mapping, name)
            self.assertEqual(value, again)
            self.assertLess(pages, 20, name)  # the table alone has that many
        self.evaluated("names = vars(sys.modules['__main__']); names.update(later=names.pop('n4999'))")
        self.assertEqual([0, 0, found["n4999"]], [self.found(mapping, name)[0] for name in ("n4999", "n7", "later")])

    def found(self, mapping, name):
        """What a dict has under a name, and how many pages of memory are read for it."""
        session.changed()
        return session.python().readers.dicts.find(mapping, name), len(session.debuggee().memory._pages)

    def test_a_call_that_changes_a_cell_is_not_undone(self):
        self.start_in_add()
        self.evaluated("def outer():\n  n = 1\n  def bump():\n    nonlocal n\n    n += 1\n    return n\n  return bump\nbump = outer()")
        self.assertEqual("2", self.evaluated("r = bump(); total = r; r")["value"])
        self.assertEqual("3", self.evaluated("bump()")["value"])
        self.assertEqual("2", self.evaluated("total")["value"])
        self.place_at()

    def test_what_a_comprehension_binds_is_the_frames_and_not_the_modules(self):
        self.start_in_add()
        self.assertEqual("[2, 3]", self.evaluated("[total := a + n for n in range(2)]")["value"])
        self.assertEqual("3", self.locals("add")["total"]["value"])
        self.assertEqual("[0, 1]", self.evaluated("[made := n for n in range(2)]")["value"])
        self.assertEqual("1", self.evaluated("made")["value"])
        self.assertEqual("[]", self.evaluated("sorted(globals().keys() & {'total', 'made'})")["value"])
        self.evaluated("global a\na = [each for each in 'xy']")
        self.assertEqual(["2", "['x', 'y']"], [self.evaluated(each)["value"] for each in ("a", "globals().pop('a')")])
        self.evaluated("def down(n):\n    return n and down(n - 1)")
        self.assertEqual("0", self.evaluated("down(3)")["value"])
        self.place_at()

    def test_input_is_refused_where_nothing_could_be_typed_for_it(self):
        self.start_in_add()
        self.evaluated("import types; sys.stdin = types.SimpleNamespace(isatty=lambda: True, readline=lambda: 'line\\n')")
        asks = dict(expression="[a, input()]", console=True)
        self.assertRegex(self.failed("python-evaluate", **asks), "^EOFError: input\\(\\) has nothing to read: .*; write the text in the place of input\\(\\)$")
        self.assertEqual("[2, 'line']", self.evaluated("[a, input()]")["value"])
        self.evaluated("sys.stdin.isatty = bool")
        self.assertEqual("'line'", self.run_in("add", "python-evaluate", expression="input()", console=True)["value"])
        self.evaluated("sys.stdin.isatty = lambda: True; input = lambda: 3")
        self.assertEqual("3", self.run_in("add", "python-evaluate", expression="input()", console=True)["value"])
        self.place_at()

    def test_a_local_that_is_deleted_is_gone_or_none_without_a_word_to_the_program(self):
        self.start_in_add()
        self.evaluated("import types; sys.said = []; sys.stderr = types.SimpleNamespace(write=sys.said.append, flush=bool)")
        if version() < (3, 13):  # from then on, CPython deletes none
            self.evaluated("del total, types")
            self.assertIn(self.locals("add").get("total", {}).get("value"), (None, "None"))
        self.assertEqual("[]", self.evaluated("sys.said")["value"])
        self.place_at()

    def test_an_exception_is_told(self):
        self.start_at("sum")
        self.assertRegex(self.failed("python-evaluate", expression="1 // 0"), "^ZeroDivisionError: [^\\n]*$")
        places = 'Traceback \\(most recent call last\\):\n  File "<evaluated>", line 1, in <module>\n  File ".*", line \\d+, in fails\nValueError: as it must'
        self.assertRegex(self.failed("python-evaluate", expression="fails()"), places)
        self.assertIn("does not support item assignment", self.failed("python-assign", target="(1, 2)[0]", value="3"))
        self.assertIn("'nowhere' is not defined", self.failed("python-assign", target="nowhere", value="3"))
        self.assertEqual("0", self.evaluated("a")["value"])
        self.assert_ended_well(self.resume())

    def failed(self, operation, **arguments):
        """The sentence with which an operation ends, the program having run for it."""
        reply = self.result(operation, thread=self.thread(), frame=self.python_frame("add"), **arguments)
        while "run" in reply:
            self.select(reply["run"]["thread"])
            run_on("continue")
            answer = ask("python-stop")
            if "error" in answer:
                return answer["error"]["message"]
            reply = answer["result"]
        self.fail("it has not failed")
