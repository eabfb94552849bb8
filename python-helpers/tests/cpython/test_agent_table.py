"""The table that the machine code of GDB's reads, before CPython 3.12: what the agent writes there, without GDB."""

import debuggee
from alone_case import AloneCase


class Table(AloneCase):
    def setUp(self):
        if debuggee.version() >= (3, 12):
            self.skipTest("it has no table")

    def test_what_is_written_while_all_is_cleared_is_not_there(self):
        """An entry whose lines are gone would mean that there are none."""
        found = self.ran("""
filter, code = agent["engine"].filter, compile("x = 0", "some", "exec")
agent["told"] = lambda message: None
filter.asked(sys._getframe())
write_entry, counts = filter.write_entry, []
def interrupted(*entry):
    filter.clear()
    write_entry(*entry)
for filter.write_entry in (write_entry, interrupted):
    filter.add(filter.edition, code, {7: []})
    counts.append(bytes(filter.table).count(id(code).to_bytes(8, "little")))
print(json.dumps(counts))
""")
        self.assertEqual([1, 0], found)

    def test_threads_that_write_at_once(self):
        """Each code object that is there has its own lines, whoever came between; and nothing fails as none is wanted any more."""
        failed, added, wrong = self.ran(WRITERS)
        self.assertEqual(([], []), (failed, wrong))
        self.assertGreater(added, 0)


WRITERS = """
from_table = lambda at, size: int.from_bytes(table[at:at + size], "little")
engine = agent["engine"]
filter, made, failed = engine.filter, [], []
agent["told"] = lambda message: None
engine.filter.asked(sys._getframe())
table = filter.table
def code_with(lines):
    return compile("\\n" * lines[0] + "x = 0\\n" * len(lines), "some", "exec")
def adding(first):
    for number in range(1500):
        lines = list(range(first + number, first + number + 3 + number % 5))
        code, edition = code_with(lines), filter.edition
        made.append((code, lines))
        engine.seen[id(code)] = code, dict.fromkeys(lines)
        filter.add(edition, code, dict.fromkeys(lines))
def changing():
    for number in range(1000):
        engine.forget() if number % 40 == 0 else filter.let_pass(0, 0)
def ran(work, *arguments):
    try:
        work(*arguments)
    except BaseException as error:
        failed.append(repr(error))
sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=ran, args=(adding, first)) for first in (100, 1000, 2000, 3000)] + [threading.Thread(target=ran, args=(changing,))]
for each in threads: each.start()
for each in threads: each.join()
adding(4000)
lines_of = {id(code): lines for code, lines in made}
added, wrong = 0, []
for index in range(agent["ENTRIES"]):
    entry = agent["HEAD"] + index * agent["ENTRY"]
    code, place = from_table(entry, 8), from_table(entry + 8, 8)
    if code:
        first, count = from_table(place, 4), from_table(place + 4, 4)
        found = [first + at for at in range(count) if table[place + 8 + at]]
        added += 1
        if found != lines_of[code]:
            wrong.append([found, lines_of[code]])
print(json.dumps([failed, added, wrong[:3]]), flush=True)
os._exit(0)
"""
