"""The plugin of pytest: what its JUnit file says of a process that died, alone and as a worker of pytest-xdist."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import unittest
from xml.etree import ElementTree

HELPERS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TESTS = """
import os, pytest
def test_fine(): pass
def test_wrong(): assert 1 == 2
@pytest.mark.skip
def test_later(): pass
class TestPrices:
    @pytest.mark.parametrize("way", ["a::b <&>"])
    def test_dies(self, way):
        if os.environ.get("DIE"): os.abort()
def test_behind(): pass
"""
DYING = "test_it.py::TestPrices::test_dies[a::b <&>]"
REPORT = {
    "schema": 1,
    "reason": {"kind": "signal", "name": "SIGABRT", "meaning": "Aborted"},
    "process": {"test": DYING},
    "causes": [{"rule": "null-object", "says": "It was NULL.", "evidence": ["item is NULL"]}],
    "threads": [{"id": 1, "name": "MainThread", "crashed": True, "frames": [{"language": "native", "function": "total", "file": "/a/pricing.c", "line": 3}]}],
}


@unittest.skipUnless(importlib.util.find_spec("xdist"), "pytest-xdist is not installed")
class Plugin(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = directory.name
        with open(os.path.join(self.directory, "test_it.py"), "w") as file:
            file.write(TESTS)

    def pytest(self, *arguments, die=True, plugin=("-p", "twinstack_pytest")):
        """(what it wrote, {name of a test: (classname, {tag of a child: message})}, attributes of the suite)"""
        junit = os.path.join(self.directory, "out", "junit.xml")
        environment = dict(os.environ, PYTHONPATH=os.path.join(HELPERS, "pytest"), DIE="1" if die else "")
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:faulthandler", *plugin, "--junitxml", junit, *arguments]
        ran = subprocess.run(command, cwd=self.directory, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        suite = ElementTree.parse(junit).getroot()[0]
        cases = {each.get("name"): (each.get("classname"), {child.tag: child for child in each}) for each in suite}
        return ran.stdout.decode(), cases, suite.attrib

    def test_the_test_that_was_running_is_the_last_one(self):
        _, cases, suite = self.pytest()
        self.assertEqual(["test_fine", "test_wrong", "test_later", "test_dies[a::b <&>]"], list(cases))
        name, told = cases["test_dies[a::b <&>]"]
        self.assertEqual(("test_it.TestPrices", "The process died while this test was running."), (name, told["error"].text))
        self.assertIn("assert 1 == 2", cases["test_wrong"][1]["failure"].text)
        self.assertEqual(["1", "1", "1", "4"], [suite[each] for each in ("errors", "failures", "skipped", "tests")])

    def test_a_name_of_the_suite_that_is_no_xml_and_too_long(self):
        name = 'a & "b" <c> ' + "é" * 400
        _, cases, suite = self.pytest("-o", "junit_suite_name=" + name)
        self.assertTrue(name.startswith(suite["name"]))
        self.assertIn('a & "b" <c> é', suite["name"])
        self.assertEqual(4, len(cases))

    def test_where_nothing_dies_it_is_pytests_own(self):
        _, cases, suite = self.pytest(die=False)
        _, bare, _ = self.pytest(die=False, plugin=())
        self.assertEqual({name: list(told) for name, (_, told) in bare.items()}, {name: list(told) for name, (_, told) in cases.items()})
        self.assertEqual("0", suite["errors"])

    def test_a_worker_of_xdist(self):
        with open(os.path.join(self.directory, "conftest.py"), "w") as file:  # what `twinstack run` has written by then
            file.write("import os\nos.makedirs('reports', exist_ok=True)\nopen('reports/0.json', 'w').write('{')\n")
            file.write("open('reports/1.json', 'w').write(%r)\n" % json.dumps(REPORT))
        out, cases, _ = self.pytest("-n", "2", "--twinstack", "reports")
        name, told = cases["test_dies[a::b <&>]"]
        self.assertEqual("test_it.TestPrices", name)
        for text in ("crashed while running", "Likely cause: It was NULL.", "  item is NULL", "native  total  /a/pricing.c:3"):
            self.assertIn(text, told["error"].text)
            self.assertIn(text, out)
        self.assertNotIn("Likely cause", told["error"].get("message"))
        self.assertEqual(5, len(cases))


if __name__ == "__main__":
    unittest.main()
