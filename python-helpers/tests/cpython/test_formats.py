"""Values in hexadecimal, and strings as long as the user wants them."""

import os

import gdb
from debuggee import Debugged, ask, scratch
from twinstack import formats, session
from twinstack.objects import structs


class Formats(Debugged):
    PROGRAM = "zoo.py"
    ARGUMENTS = (os.path.join(scratch(), "zoo.json"),)

    def setUp(self):
        self.addCleanup(setattr, formats, "_string", None)

    def evaluated(self, expression, **options):
        frame = self.python_frame("zoo")
        where = dict(thread=self.thread(), frame=frame, expression=expression)
        return self.result("evaluate", **where, **options)

    def test_ints_in_hexadecimal_wherever_they_stand(self):
        for expression, expected in (
            ("exact['minus']", "-0x1"),
            ("exact['zero']", "0x0"),
            ("exact['my_int']", "0x7"),
            ("exact['list_']", "[0x1, 'a', [2.5, None]]"),
            ("exact['deleted']", "{'a': 0x1, (0x1, 0x2): 'x', True: 'one', 'z': 0x3}"),
            ("exact['int_member']", "<Number.ONE: 0x1>"),
            ("exact['ints'][0]", "-0x1"),
            ("exact['ints']", "array('i', [-0x1, 0x2, 0x3])"),
            ("exact['raw'][2]", "0xff"),
            ("exact['true']", "True"),
            ("exact['real']", "0.1"),
            ("exact['text_member']", "<Color.BLUE: 'b'>"),
        ):
            with self.subTest(expression):
                self.assertEqual(expected, self.evaluated(expression, hex=True)["value"])
        self.assertEqual("-1", self.evaluated("exact['minus']")["value"])

    def test_keys_in_hexadecimal_lead_to_their_values(self):
        numbers = self.evaluated("exact['numbers_']")
        child = self.children(numbers, filter="indexed", hex=True)[12]
        self.assertEqual("0xc", child["name"])
        self.assertEqual("-0xc", child["value"])
        found = self.evaluated("exact['numbers_']" + child["access"])
        self.assertEqual("-12", found["value"])

    def test_locals_and_c_structs_in_hexadecimal(self):
        listing = self.evaluated("exact['list_']")
        for found in (
            self.result("object-c-view", object=listing["object"], hex=True)["variables"],
            self.without_debug_information(listing["object"]),
        ):
            self.assertEqual("allocated", found[-1]["name"])
            self.assertTrue(found[-1]["value"].startswith("0x"), found[-1])

    def without_debug_information(self, address):
        with formats.in_base(True):
            readers = session.python().readers
            return structs.Struct(readers, "PyListObject", int(address, 0)).variables()

    def test_the_base_holds_for_one_operation_even_when_it_fails(self):
        self.error("children", object="0x10", hex=True)
        self.assertFalse(formats.is_hexadecimal())
        self.assertEqual(10, gdb.parameter("output-radix"))

    def test_strings_as_long_as_the_user_wants(self):
        self.result("formats", string=400)
        self.assertEqual("'%s'" % ("w" * 300), self.evaluated("opened['wide_pair'][0]")["value"])
        self.result("formats", string=3)
        self.assertEqual("'www'...", self.evaluated("opened['wide_pair'][0]")["value"])

    def test_strings_within_a_text_are_no_longer(self):
        self.result("formats", string=3)
        self.assertIn("'www'...", self.evaluated("opened['wide_pair']")["value"])

    def test_names_do_not_depend_on_it(self):
        self.result("formats", string=1)
        children = self.children(self.evaluated("exact['deleted']"), filter="indexed")
        self.assertEqual(["'a'", "(1, 2)", "True", "'z'"], [child["name"] for child in children])

    def test_a_container_is_no_longer_for_it(self):
        self.result("formats", string=100000)
        self.assertLess(len(self.evaluated("opened['wide_pair']")["value"]), 1000)

    def test_a_length_that_cannot_be_is_refused(self):
        for wrong in (0, -1, 100001, "10", None):
            self.assertIn("1 to 100000", ask("formats", string=wrong)["error"]["message"])
