"""Values of C and C++ as text in full: all of it, or in time and with a word on what is missing."""

import time
import unittest

from stopped_case import Stopped

SOON = 6  # seconds: the limit of 2, on a machine that does much else


class Copied(Stopped):
    program = "copied.cpp"

    def copied(self, expression):
        begin = time.monotonic()
        kept = self.session.result("native-whole-text", thread=1, level=1, expression=expression)
        self.assertLess(time.monotonic() - begin, SOON)
        return self.pages(kept)

    def pages(self, kept):
        """The text's beginning and its end, and how long it is."""
        end = dict(start=max(0, kept["length"] - 200), count=200)
        last = self.session.result("kept-text", handle=kept["handle"], **end)["text"]
        return kept["text"], last, kept["length"]

    def test_a_value_with_all_that_it_has(self):
        text, _, _ = self.copied("mixed")
        self.assertRegex(
            text,
            r'^\{<Base> = \{inherited = 1\}, name = "n\\t\\"x\\"(\\000){2}", '
            r'words = std::vector of length 2, capacity 2 = \{"one", "two"\}, '
            r'ages = std::map with 1 element = \{\["ann"\] = 30\}, '
            r'text = 0x[0-9a-f]+ "text", nowhere = 0x0\}$',
        )

    def test_characters_that_cannot_be_shown(self):
        self.assertEqual(self.copied("odd")[0], '"a\\000bé\\377"')
        self.assertEqual(self.copied("wide")[0], 'u"wé"')

    def test_a_long_string_is_cut_where_it_must_be(self):
        for expression, end in (
            ("text", r"983040 of 3000000 characters"),
            ("characters", r"983\d\d\d characters"),
        ):
            with self.subTest(expression):
                _, last, length = self.copied(expression)
                self.assertRegex(last, r"qqqq… cut after %s \(a greater maxStringLength gives more\)$" % end)
                self.assertGreater(length, 950000)

    def test_a_vector_of_numbers_is_whole(self):
        text, last, length = self.copied("numbers")
        self.assertTrue(text.startswith("std::vector of length 50000, capacity 50000 = {7, 7, "))
        self.assertTrue(last.endswith(", 7, 7}"), last)
        self.assertEqual(length, len("std::vector of length 50000, capacity 50000 = {}") + 3 * 50000 - 2)

    def test_containers_in_containers(self):
        _, last, length = self.copied("rows")
        self.assertRegex(last, r"… cut after \d+ of 1000 elements \(")
        self.assertGreater(length, 100000)

    def test_a_great_map_ends_in_time(self):
        text, last, _ = self.copied("many")
        self.assertTrue(text.startswith('std::map with 200000 elements = {[0] = "v0", [1] = "v1"'))
        self.assertRegex(last, r"… cut after \d+ of 200000 elements \(it takes more than 2 seconds\)$")


if __name__ == "__main__":
    unittest.main()
