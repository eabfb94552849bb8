"""The helpers' packages, and the rooms of the agent (twinstack/agent), depend on each other in one direction."""

import ast
import os
import re
import unittest

from mi_session import HELPERS

TWINSTACK = os.path.join(HELPERS, "twinstack")
AGENT = os.path.join(TWINSTACK, "agent")
ARCHITECTURE = os.path.join(os.path.dirname(HELPERS), "ARCHITECTURE.md")
ORDER = re.compile(r"Each of the helpers' packages knows those before it: (.*?)\.\s", re.DOTALL)
INSIDE = "inside"  # is the program's, and imports nothing: whoever has to decide as the agent does may know it
LEFT = {  # modules that know a package behind their own: no more may come
    "cython/expressions": {"native"},
    "cython/modules": {"native"},
    "cython/variables": {"native"},
}


def packages(directory):
    return [name for name in os.listdir(directory) if os.path.exists(os.path.join(directory, name, "__init__.py"))]


def modules(package):
    """The paths of a package's modules below twinstack, without their suffix; not those that run in the program."""
    for directory, folders, names in os.walk(package):
        folders[:] = [each for each in folders if each != INSIDE]
        yield from (os.path.relpath(os.path.join(directory, name[:-3]), TWINSTACK) for name in names if name.endswith(".py"))


def known_by(module):
    """The paths below twinstack, as lists of names, of what a module imports from there."""
    with open(os.path.join(TWINSTACK, module + ".py"), encoding="utf-8") as source:
        nodes = ast.walk(ast.parse(source.read()))
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.level:
            around = module.split("/")[: -node.level] + (node.module.split(".") if node.module else [])
            yield from [around] if node.module else [around + [each.name] for each in node.names]


def rooms_known_by(room):
    """The names of the modules of the agent's that those of a room import, beside their own room's."""
    known = (path for module in modules(os.path.join(AGENT, room)) for path in known_by(module))
    return {path[1] for path in known if path[0] == "agent"} - {INSIDE, room}


def order():
    """The packages of twinstack, each behind those that it knows."""
    with open(ARCHITECTURE, encoding="utf-8") as page:
        return re.findall(r"`([a-z_]+)`", ORDER.search(page.read()).group(1))


class Rooms(unittest.TestCase):
    def test_each_of_the_agents_knows_only_those_below(self):
        knows = {room: rooms_known_by(room) for room in packages(AGENT)}
        self.assertGreater(len(knows), 5)
        while knows:
            lowest = [room for room, others in knows.items() if not others & set(knows)]
            self.assertTrue(lowest, "these know each other: %s" % knows)
            for room in lowest:
                self.assertEqual(set(), knows[room] - set(packages(AGENT)), "what is above all rooms is known by " + room)
                del knows[room]

    def test_each_package_knows_only_those_before_it(self):
        before = order()
        self.assertEqual(sorted(packages(TWINSTACK)), sorted(before))
        found = {}
        for place, package in enumerate(before):
            for module in modules(os.path.join(TWINSTACK, package)):
                behind = {path[0] for path in known_by(module) if INSIDE not in path} & set(before[place + 1 :])
                found.update({module: behind} if behind else {})
        self.assertEqual(LEFT, found)


if __name__ == "__main__":
    unittest.main()
