"""Breakpoints on functions of Python by their names, without GDB."""

from alone_case import AloneCase

SOURCE = '''
def load():
    """Of the module."""
    return 1


class Reader:
    def load(self):
        def part():
            return 2

        return part()

    @property
    def size(self):
        return 3


def forever():
    for _ in range(3):
        yield load()
'''

PLACE = """
SOURCE = %r
def hits():
    found = [message["numbers"] for message in told if message["event"] == "stop"]
    del told[:]
    return found
def on(*names, condition=None):
    rows = [(number, name, condition, None) for number, name in enumerate(names, 1)]
    return [row[:3] for row in agent["obeyed"](("function_breakpoints", rows))["value"]]
""" % SOURCE

LOAD, METHOD, PART, SIZE, FOREVER = 4, 9, 10, 16, 20


class Functions(AloneCase):
    def test_the_end_of_the_qualified_name_is_meant(self):
        names = "load", "Reader.load", "Reader.load.part", "program.load", "size", "nowhere.load", "Reader"
        rows, hits = self.ran(PLACE + """
module = program(SOURCE)
rows = on(*%r)
tell_program()
module.load()
module.Reader().load()
module.Reader().size
print(json.dumps([rows, hits()]))
""" % (names,))
        lines = LOAD, METHOD, PART, LOAD, SIZE, None, None
        self.assertEqual([[number, line, None] for number, line in enumerate(lines, 1)], [row for row in rows])
        self.assertEqual([[1, 4], [1, 2], [3], [5]], [sorted(numbers) for numbers in hits])

    def test_they_are_found_when_their_module_comes(self):
        rows, bound, hits = self.ran(PLACE + """
rows = on("Reader.load", "forever")
tell_program()
module = program(SOURCE)
bound = [message["breakpoints"] for message in told if message["event"] == "bound"]
del told[:]
module.Reader().load()
list(module.forever())
print(json.dumps([rows, [[each[:3] for each in told] for told in bound], hits()]))
""")
        self.assertEqual([[1, None, None], [2, None, None]], rows)
        self.assertEqual([[1, METHOD, None], [2, FOREVER, None]], bound[-1])
        self.assertEqual([1], hits[0])
        self.assertIn([2], hits)

    def test_what_is_removed_stops_no_more_and_a_line_of_the_same_file_stays(self):
        before, after, hits = self.ran(PLACE + """
module = program(SOURCE)
on("load")
tell_program()
rows = place([%d])
module.load()
before = hits()
on()
module.load()
after = hits()
place([])
module.load()
print(json.dumps([before, after, hits()]))
""" % LOAD)
        self.assertEqual([[[1, 1]], [[1]], []], [before, after, hits])

    def test_the_file_of_another_function_that_runs(self):
        rows = self.ran(PLACE + """
module = program("def add(a, b):\\n    return a + b\\ndef run(what):\\n    return what()\\n")
print(json.dumps(module.run(lambda: on("program.add", "__main__.add"))))
""")
        self.assertEqual([[1, 2, None], [2, None, None]], rows)

    def test_a_condition_is_decided_at_the_first_line(self):
        hits = self.ran(PLACE + """
module = program("def add(a, b):\\n    total = a + b\\n    return total\\n")
on("add", condition="b > 1")
tell_program()
for each in range(4):
    module.add(each, each)
print(json.dumps(hits()))
""")
        self.assertEqual([[1], [1]], hits)
