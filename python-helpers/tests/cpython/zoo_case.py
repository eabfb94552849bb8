"""A program that stands with an object of every kind, of which it knows the truth itself."""

import os

from debuggee import Telling, scratch

TRUTH = os.path.join(scratch(), "zoo.json")


class Zoo(Telling):
    PROGRAM = "zoo.py"
    ARGUMENTS = (TRUTH,)

    def setUp(self):
        found = self.locals("zoo")
        self.exact = self.entries(found["exact"])
        self.opened = self.entries(found["opened"])

    def entries(self, variable):
        children = self.children(variable, filter="indexed", start=0, count=1000)
        return {child["name"].strip("'"): child for child in children}

    def members(self, variable):
        return {child["name"]: child for child in self.with_groups(variable)}

    def opened_value(self, variable, name):
        rows = self.result("value-children", handle=variable["handle"])["variables"]
        return next(row["value"] for row in rows if row["name"] == name)

    def child(self, variable, name):
        """The child of this name, wherever it is among the groups."""
        return next(c for c in self.with_groups(variable) if c["name"] == name)

    def with_groups(self, variable, count=1000):
        """The children, those in groups in their groups' places."""
        for child in self.children(variable, count=count):
            if "group" in child:
                yield from self.children(variable, group=child["group"], count=count)
            else:
                yield child
