"""Paths through Python objects: read from memory, refused with a reason where code would run."""

import ast
import os

from debuggee import Debugged, scratch, version
from twinstack.objects import paths


class Paths(Debugged):
    PROGRAM = "zoo.py"
    ARGUMENTS = (os.path.join(scratch(), "zoo.json"),)

    def setUp(self):
        self.frame = self.python_frame("zoo")

    def assertValue(self, expected, expression):
        found = self.result(
            "evaluate", thread=self.thread(), frame=self.frame, expression=expression
        )
        self.assertEqual(expected, found["value"], expression)
        self.assertEqual(expression, found["name"])
        self.assertEqual(expression, found["access"])

    def assertRefused(self, expected, expression):
        error = self.error(
            "evaluate", thread=self.thread(), frame=self.frame, expression=expression
        )
        self.assertEqual("user", error["kind"])
        self.assertEqual(expected, error["message"])

    def test_items_by_index_from_either_end_and_by_key(self):
        self.assertValue("'a'", "exact['list_'][1]")
        self.assertValue("None", "exact['list_'][-1][-1]")
        self.assertValue("2", "exact['tuple_'][1][0]")
        self.assertValue("149", "exact['deque'][-1]")
        self.assertValue("[1]", 'exact["nested"]["k"]["k"]')

    def test_items_that_are_numbers_in_c(self):
        for expression, expected in (
            ("exact['ints'][0]", "-1"),
            ("exact['ints'][-1]", "3"),
            ("exact['doubles'][1]", "-1e+300"),
            ("exact['chars'][1]", "'ñ'"),
            ("exact['view'][0]", "97"),
            ("exact['raw'][2]", "255"),
            ("exact['array'][-1]", "111"),
            ("exact['shifted'][0]", "55"),
            ("exact['ascii'][2]", '"\'"'),
            ("exact['span'][1]", "1"),
            ("exact['stepped'][-1]", "-9"),
            ("exact['short_deque'][0]", "1"),
            ("opened['grid'][1][3]", str(0x0F0E)),
            ("opened['grid'][-2, -1]", str(0x0F0E)),
            ("opened['cubic'][1][0, 1]", "5"),
            ("opened['cubic'][1, 0][1]", "5"),
            ("opened['part_of_view'][-1]", "2.0"),
            ("opened['c_array'][1]", "2"),
            ("opened['c_numbers'].inner[-1]", "3"),
            ("opened['c_ring'].next.contents.n", "7"),
        ):
            self.assertValue(expected, expression)

    def test_an_item_of_an_array_of_characters_is_a_str(self):
        found = self.result("evaluate", thread=self.thread(), frame=self.frame, expression="exact['chars'][1]")
        self.assertEqual(("'ñ'", "str"), (found["value"], found["type"]))

    def test_items_that_are_not_there(self):
        for expected, expression in (
            ("'exact['ints']' has 3 items; there is no [3].", "exact['ints'][3]"),
            ("'exact['span']' has 10 items; there is no [-11].", "exact['span'][-11]"),
            ("'exact['raw']' has 4 items numbered from 0; 'a' is no number.", "exact['raw']['a']"),
            ("'opened['grid'][1]' has 4 items; there is no [4].", "opened['grid'][1, 4]"),
            (
                "The items of 'opened['grid']' have numbers from 0 in each dimension, of which it has 2; "
                "there is no [1, 3, 0].",
                "opened['grid'][1, 3, 0]",
            ),
            (
                "'exact['ints']' has 3 items numbered from 0; (0, 1) is no number.",
                "exact['ints'][0, 1]",
            ),
            (
                "'opened['grid'][(1, 3)]' is a value in C, which has no .x.",
                "opened['grid'][1, 3].x",
            ),
            (
                "'opened['c_numbers'].inner' is a value in C, which has no .x.",
                "opened['c_numbers'].inner.x",
            ),
            (
                "'exact['set_']' is of type set, which has no items that can be read from memory.",
                "exact['set_'][0]",
            ),
        ):
            self.assertRefused(expected, expression)

    def test_keys_of_all_sorts(self):
        self.assertValue("'one'", "exact['deleted'][True]")
        self.assertValue("'one'", "exact['deleted'][1]")
        self.assertValue("-7", "exact['numbers_'][7]")
        self.assertValue("11", "opened['hard_keys'][1]")
        self.assertValue("10", "opened['hard_keys']['é€😀']")
        self.assertValue("1", "opened['my_keys']['mine']")
        self.assertValue("2", "opened['my_keys']['é']")
        self.assertValue("'x'", "exact['deleted'][(1, 2)]")
        self.assertValue("5", "opened['hard_keys'][1.5]")
        self.assertValue("8", "opened['hard_keys'][b'bytes']")
        self.assertValue("6", "opened['hard_keys'][None]")
        self.assertValue("7", "opened['hard_keys'][-7]")
        self.assertValue("12", "opened['hard_keys'][(1, ('two', 2.5), None)]")
        self.assertRefused(
            "'exact['deleted']' has no key (1, 3).", "exact['deleted'][(1, 3)]"
        )

    def evaluated(self, expression):
        return self.result(
            "evaluate", thread=self.thread(), frame=self.frame, expression=expression
        )

    def test_slices_of_sequences_open_into_the_items_of_the_whole(self):
        found = self.evaluated("exact['thousand'][10:13]")
        self.assertEqual("[10, 11, 12]", found["value"])
        self.assertEqual("list", found["type"])
        self.assertEqual("exact['thousand']", found["access"])
        self.assertEqual(3, found["indexed"])
        children = self.slice(found)
        self.assertEqual(["[10]", "[11]", "[12]"], [child["name"] for child in children])
        self.assertEqual("12", self.evaluated(found["access"] + children[2]["access"])["value"])
        self.assertEqual(["11"], [child["value"] for child in self.slice(found, 1, 1)])
        self.assertEqual([], self.slice(found, 3))

    def slice(self, found, start=0, count=100):
        where = {name: found[name] for name in ("object", "first", "last")}
        return self.result("slice-children", start=start, count=count, **where)["variables"]

    def test_slices_end_where_the_whole_does(self):
        for expression, expected in (
            ("exact['thousand'][998:5000]", "[998, 999]"),
            ("exact['thousand'][-2:]", "[998, 999]"),
            ("exact['thousand'][:2]", "[0, 1]"),
            ("exact['thousand'][5:2]", "[]"),
            ("exact['tuple_'][1:]", "((2,),)"),
            ("exact['pair'][:]", "(1, 'r')"),
            ("exact['ascii'][1:3]", repr("it's"[1:3])),
            ("exact['two_bytes'][1:]", "'本'"),
            ("exact['raw'][1:-1]", repr(b"a\x00\xff'"[1:-1])),
            ("exact['array'][:2]", "b'he'"),
            ("exact['ints'][1:3]", "array('i', [2, 3])"),
            ("exact['chars'][1:]", "array('%s', 'ñ')" % ("w" if version() >= (3, 16) else "u")),
            ("exact['ints'][3:]", "array('i')"),
        ):
            with self.subTest(expression):
                self.assertEqual(expected, self.evaluated(expression)["value"])

    def test_slices_that_are_refused(self):
        self.assertRefused(
            "'exact' is of type dict, of which no slices are read.", "exact[1:2]"
        )
        self.assertRefused(
            "'exact['deque']' is of type deque, of which no slices are read.", "exact['deque'][1:2]"
        )
        self.assertRefused(
            "'exact['list_'][::2]' has a slice with a step; only [first:last] is read.",
            "exact['list_'][::2]",
        )
        self.assertRefused(
            "In 'exact['list_'][1:][0]' more follows a slice; ask for its items by number.",
            "exact['list_'][1:][0]",
        )
        self.error(
            "evaluate", thread=self.thread(), frame=self.frame, expression="exact['list_']['a':]"
        )

    def test_attributes_of_instances_classes_and_exceptions(self):
        self.assertValue("[1, 2]", "opened['point'].y")
        self.assertValue("'late'", "opened['point'].late")
        self.assertValue("'class attribute'", "opened['point'].kind")
        self.assertValue("5", "opened['derived'].a")
        self.assertValue("'r'", "exact['pair'].right")
        self.assertValue("<class 'rooms.classes.Point'>", "opened['point'].__class__")
        self.assertValue("'first'", "exact['error'].__cause__.args[0]")
        self.assertValue("2", "exact['os_error'].errno")
        self.assertValue("'r'", "exact['twins'].right")

    def test_functions_of_a_class(self):
        for expression in ("opened['point'].method", "Point.method", "opened['point'].static"):
            found = self.result(
                "evaluate", thread=self.thread(), frame=self.frame, expression=expression
            )
            self.assertEqual("function", found["type"])

    def test_names_are_local_global_or_built_in(self):
        self.assertValue("<built-in function len>", "len")
        self.assertValue("<class 'rooms.enums.Color'>", "Color")
        self.assertValue("1", "Number.ONE._value_")

    def test_the_name_of_a_class(self):
        self.assertValue("'Color'", "Color.__name__")
        self.assertValue("'str'", "exact['list_'][1].__class__.__name__")
        self.assertValue("'Point'", "opened['point'].__class__.__qualname__")
        self.assertEqual("'int'", self.result("evaluate", thread=self.thread(), frame=self.frame, expression="type(exact['one']).__name__")["value"])

    def test_what_would_run_code_is_refused(self):
        self.assertRefused(
            "'opened['point'].computed' is computed (by a property): reading it would run code in "
            "the program, which only what is typed in the debug console does.",
            "opened['point'].computed",
        )
        self.assertRefused(
            "'exact.keys()' would have to run code in the program, which only what is typed in the debug console does; "
            'what needs none is a path such as self.items[3]["k"].x, and arithmetic, comparisons and len() of such.',
            "exact.keys()",
        )

    def test_what_is_computed_in_the_debugger(self):
        for expression, expected in (
            ("5", "5"),
            ("'text' + \"s\"", "'texts'"),
            ("exact['one'] + 2 * exact['thousand'][3]", "7"),
            ("-exact['one'] // 2", "-1"),
            ("len(exact['thousand'])", "1000"),
            ("len(exact['deque'])", "149"),
            ("len('abc') == 3 and not exact['list_']", "False"),
            ("exact['thousand'][len(exact['thousand']) - 1]", "999"),
            ("exact['list_'][exact['one'] - 1 - 1] is None", "False"),
            ("exact['list_'][-1][-1] is None", "True"),
            ("exact['one'] in exact['thousand']", "True"),
            ("'list_' in exact and 'list' not in exact", "True"),
            ("1 < exact['one'] + 1 <= 2", "True"),
            ("'yes' if exact['list_'] else 'no'", "'yes'"),
            ("exact['pair'] == (1, 'r') and exact['pair'] in [(1, 'r')]", "True"),
            ("exact['pair'] < exact['pair']", "False"),
            ("exact['my_int'] == 7 > exact['int_member']", "True"),
            ("exact['word'] == exact['my_str']", "False"),
            ("isinstance(exact['one'], int)", "True"),
            ("type(exact['one'])", "<class 'int'>"),
            ("exact['one'] or exact['list_']", "1"),
            ("sum(exact['thousand']) % 7", str(sum(range(1000)) % 7)),
            ("max(exact['one'], 2.5), (1, [2])", "(2.5, (1, [2]))"),
        ):
            self.assertValue(expected, expression)

    def test_what_python_would_raise_is_told(self):
        self.assertRefused("ZeroDivisionError: division by zero", "1 / (exact['one'] - 1)")
        self.assertRefused("TypeError: unsupported operand type(s) for +: 'int' and 'str'", "1 + 'a'")

    def test_what_would_be_long_or_would_run_code_is_refused(self):
        long = "'%s' takes too much to be computed at each stop; type it in the debug console."
        for expression in ("2 ** 10 ** 6", "'a' * 10 ** 9", "1 << 10 ** 9", "'%1000000000d' % 1", "2 ** 9000 * 2 ** 9000", "[[0] * 50000] * 50000", "['a' * 9000] * 9000", "(1 << 10000) << 10000"):
            self.assertRefused(long % expression, expression)
        for expression in (
            *("opened['point'] == 1", "[each for each in exact]", "opened['point'] + 1", "print(1)", "f'{exact}'", "sum([[1]], [])"),
            *("exact['alike'] == 7", "7 in [exact['alike']]", "exact['pair'] + (1,)", "max(exact['my_int'], 1)"),
            *("len(opened['point'])", "len(exact['span'])", "not exact['span']", "isinstance(1, object)", "isinstance(exact['one'], Color)"),
        ):
            error = self.error("evaluate", thread=self.thread(), frame=self.frame, expression=expression)
            self.assertIn("would have to run code", error["message"])

    def test_errors_name_the_part_and_what_there_is(self):
        self.assertRefused(
            "There is no name 'opend' in zoo; the nearest names are 'opened' and 'open'.", "opend.x"
        )
        self.assertRefused("'exact['list_']' has 3 items; there is no [3].", "exact['list_'][3].x")
        self.assertRefused("'exact['list_']' has 3 items; there is no [-4].", "exact['list_'][-4]")
        self.assertRefused(
            "'opened['point']' (Point) has no attribute 'late_' that can be read from "
            "memory; the nearest name is 'late'.",
            "opened['point'].late_",
        )
        self.assertRefused(
            "'exact' has no key 'list'; the nearest keys are 'list_', 'no_list' and 'my_list'.",
            "exact['list']",
        )
        self.assertRefused(
            "'opened['slotted']' has a slot 'b' that is not set.", "opened['slotted'].b"
        )
        self.assertRefused(
            "'exact['pattern_'].flags' is a member in C that is no Python object; "
            "the C view of 'exact['pattern_']' shows it.",
            "exact['pattern_'].flags",
        )
        self.assertRefused(
            "'exact['one']' is of type int, which has no items that can be read from memory.",
            "exact['one'][0]",
        )
        self.assertRefused(
            "'exact['list_']' has 3 items numbered from 0; 'a' is no number.", "exact['list_']['a']"
        )

    def test_what_is_too_deep(self):
        for path in ("exact" + ".x" * 100000, "exact[" + "-" * 100000 + "1]"):
            error = self.error("evaluate", thread=self.thread(), frame=self.frame, expression=path)
            self.assertEqual("user", error["kind"])
            self.assertLess(len(error["message"]), 300)

    def test_keys_as_python_3_8_parses_them(self):
        class Index:
            value = ast.parse("'key'", mode="eval").body

        self.assertEqual("key", paths.subscript(Index(), "x['key']").key)

    def test_what_is_no_expression(self):
        error = self.error("evaluate", thread=self.thread(), frame=self.frame, expression="exact[")
        self.assertTrue(error["message"].startswith("'exact[' is no Python expression: "), error)
