"""Memory as bytes and as instructions, through the helpers' MI door."""

import base64
import unittest

import programs
from stopped_case import Stopped

PAGE = 4096


class Bytes(Stopped):
    program = "memory.c"

    def address(self, expression):
        return int(self.evaluate("(long)%s" % expression)["result"]["value"])

    def read(self, address, count):
        return base64.b64decode(self.session.result("read-memory", address=hex(address), count=count)["data"])

    def write(self, address, data, **more):
        text = base64.b64encode(data).decode()
        return self.session.ask("write-memory", address=hex(address), data=text, **more)

    def test_bytes_are_those_of_the_variable(self):
        self.assertEqual(self.read(self.address("text"), 6), b"hello\0")

    def test_reading_ends_before_the_first_byte_that_is_not_there(self):
        end = self.address("page") + PAGE
        for count in (1, 100, 3 * PAGE):
            self.assertEqual(len(self.read(end - 100, count)), min(100, count))
        self.assertEqual(self.read(end, 8), b"")
        self.assertEqual(self.read(0, 8), b"")
        self.assertEqual(self.read((1 << 64) - 4, 8), b"")

    def test_what_was_written_is_seen_by_expressions(self):
        self.assertEqual(self.write(self.address("text"), b"J")["result"], {"written": 1})
        self.assertIn('"Jello"', self.evaluate("text")["result"]["value"])
        self.assertEqual(self.write(self.address("text"), b"h")["changed"], "memory")

    def test_nothing_is_written_where_some_is_in_no_memory(self):
        end = self.address("page") + PAGE
        message = self.write(end - 2, b"abcd")["error"]["message"]
        self.assertIn("only the first 2", message)
        self.assertEqual(self.read(end - 2, 2), b"\0\0")
        self.assertEqual(self.write(end - 2, b"abcd", partial=True)["result"], {"written": 2})
        self.assertEqual(self.read(end - 2, 2), b"ab")
        self.assertIn("none is", self.write(end, b"x", partial=True)["error"]["message"])

    def test_what_is_written_must_be_in_base64(self):
        error = self.session.ask("write-memory", address="0x1000", data="no base64")["error"]
        self.assertIn("base64", error["message"])

    def test_only_changes_are_told(self):
        self.evaluate("text[0] = 'h'", "repl")
        self.assertNotIn("changed", self.evaluate("text"))
        self.assertEqual(self.evaluate("text[0] = 'h'", "repl")["changed"], "memory")
        self.assertEqual(self.evaluate("$rax = $rax", "repl", level=0)["changed"], "registers")


class Instructions(Stopped):
    program = "memory.c"

    def rows(self, address, skip, count):
        return self.session.result("disassemble", address=hex(address), skip=skip, count=count)["instructions"]

    def pc(self, level=0):
        return int(self.evaluate("(long)$pc", level=level)["result"]["value"])

    def test_instructions_have_their_bytes_source_and_symbol(self):
        row = self.rows(self.pc(), 0, 1)[0]
        self.assertEqual((row["symbol"], row["address"]), ("stop", hex(self.pc())))
        self.assertTrue(row["file"].endswith("memory.c"))
        self.assertEqual(row["line"], programs.line("memory.c", "stop"))
        self.assertRegex(row["bytes"], "^([0-9a-f]{2} ?)+$")

    def test_pages_before_and_after_join(self):
        pc = self.pc(level=1)
        whole = self.rows(pc, -60, 120)
        self.assertEqual(len(whole), 120)
        self.assertEqual(whole[60]["address"], hex(pc))
        self.assertEqual(self.rows(pc, -60, 30) + self.rows(pc, -30, 30), whole[:60])
        self.assertEqual(self.rows(pc, 0, 10) + self.rows(pc, 10, 50), whole[60:])
        self.assertEqual(self.rows(pc, -5, 3), whole[55:58])
        ends = [int(row["address"], 0) + len(row.get("bytes", "00").split()) for row in whole]
        self.assertEqual(ends[:-1], [int(row["address"], 0) for row in whole[1:]])

    def test_before_a_function_without_symbols_is_found_by_guessing(self):
        start = int(self.evaluate("(long)code")["result"]["value"])
        whole = self.rows(start, 0, 40)
        middle = int(whole[30]["address"], 0)
        self.assertEqual(self.rows(middle, -20, 20), whole[10:30])

    def test_data_are_decoded_as_well_as_they_can_be_in_bounded_time(self):
        self.session.console("python import random, twinstack.native.disassembly as disassembly; decoded = []")
        self.session.console("python one = disassembly.Code._decoded; random.seed(1)")
        self.session.console("python disassembly.Code._decoded = lambda *given: decoded.append(1) or one(*given)")
        start = int(self.evaluate("(long)&noise")["result"]["value"])
        write = "python gdb.selected_inferior().write_memory(%d, bytes(random.randrange(256) for _ in range(30000)))"
        self.session.console(write % start)
        rows = self.rows(start + 20000, -4000, 4000)
        self.assertGreater(sum("bytes" in row for row in rows), 3900)
        self.session.console("python print('decoded', len(decoded) < 4000)")
        self.assertIn('~"decoded True\\n"', self.session.log)

    def test_where_there_is_no_memory_there_is_no_instruction(self):
        self.assertEqual(self.rows(0, -2, 4), [{"address": each} for each in ("0x0", "0x0", "0x0", "0x1")])
        page = int(self.evaluate("(long)page")["result"]["value"])
        rows = self.rows(page + PAGE, -3, 6)
        self.assertEqual([("bytes" in row) for row in rows][3:], [False] * 3)
        self.assertEqual(rows[3]["address"], hex(page + PAGE))
        self.assertEqual(rows[2]["bytes"], "00 00")
        self.assertEqual(len(self.rows((1 << 64) - 2, 0, 5)), 5)

    def test_the_address_behind_a_page(self):
        pc = self.pc(level=1)
        found = self.session.result("disassemble", address=hex(pc), skip=-9, count=7)
        self.assertEqual(found["next"], self.rows(pc, -2, 1)[0]["address"])

    def test_a_text_has_the_instruction_in_a_known_line(self):
        text = self.session.result("disassembly", address=hex(self.pc()))["text"]
        line = text.splitlines()[100]
        self.assertTrue(line.startswith("0x%016x <stop+" % self.pc()), line)
        self.assertEqual(len(text.splitlines()), 201)

    def test_too_many_at_once_are_refused(self):
        error = self.session.ask("disassemble", address="0x1000", skip=0, count=1000000)["error"]
        self.assertIn("At most", error["message"])


if __name__ == "__main__":
    unittest.main()
