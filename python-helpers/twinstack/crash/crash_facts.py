"""What the operation ``crash`` tells, part by part."""

import itertools
import os

import gdb

from .. import selection
from ..cpython import gil
from ..files import object_files
from ..inferior import targets
from . import environment, regions, siginfo, waits
from .causes import RULES
from .crash_sites import CrashSite

NOT_SIGNALS = ("SIGSTOP", "SIGTRAP")  # of a debugger's pause and breakpoints
MOST_LIBRARIES = 2000


class Facts:
    """Fills ``told``; a part that fails costs a sentence in "problems", and no other."""

    def __init__(self, thread):
        self.told = {"problems": []}
        selection.thread(thread)
        self._site = self._tried("the place of the crash", lambda: CrashSite(thread))
        if self._site is None:
            return
        self.told["resent"] = self._site.resent
        for what, part in (
            ("the signal", self._signal),
            ("the memory at the address", self._mapping),
            ("the instruction", self._instruction),
            ("the exceptions", self._exceptions),
            ("what threads wait for", self._waits),
            ("the test", self._test),
            ("the environment", self._environment),
            ("the versions", self._versions),
            ("the libraries", self._libraries),
        ):
            self._tried(what, part)
        self.told["causes"] = [cause._asdict() for cause in itertools.islice(filter(None, map(self._cause, RULES)), 1)]

    def _tried(self, what, part):
        try:
            return part()
        except Exception as error:  # whatever memory holds, the other parts are told
            self.told["problems"].append("%s could not be read: %s." % (what[0].upper() + what[1:], str(error).rstrip(".") or type(error).__name__))
            return None

    def _cause(self, rule):
        return self._tried("what the rule %s looks at" % rule.RULE, lambda: rule.found(self._site))

    def _signal(self):
        fault = self._site.fault
        if fault is None or fault.name in NOT_SIGNALS:
            return
        address = None if fault.address is None else hex(fault.address)
        why = None if fault.name == "SIGSEGV" and address is not None else fault.why  # what is at that address is told beside it
        meaning = "; ".join(filter(None, (siginfo.meaning(fault.name), why)))
        told = {"name": fault.name, "meaning": meaning, "code": fault.code, "address": address, "sender": fault.sender}
        self.told["signal"] = {name: value for name, value in told.items() if value is not None}

    def _mapping(self):
        address = self._site.fault and self._site.fault.address
        if address is None:
            return
        found = regions.at(address)
        self.told.update({"mapping": found} if found else {"unmapped": True})

    def _instruction(self):
        if self._site.is_at_instruction():
            self.told["instruction"] = self._site.instruction()

    def _exceptions(self):
        for state in self._site.states or ():
            raised = self._site.python.raised
            pending, handled = raised.pending(state), raised.handled(state)
            if pending is not None:
                self.told["pending"] = {"type": raised.pending_type(state), "message": pending["value"]}
            if handled is not None:
                self.told["handled"] = {"type": handled["type"], "message": handled["value"]}

    def _waits(self):
        words = waits.gil_words(self._site.python)
        holder = waits.holder(words)
        waiting = sorted(number for number, word in words.items() if word == gil.WAITS)
        if words and waits.has_gil(words):
            self.told["gil"] = dict({"waiting": waiting}, **({"holder": holder} if holder else {}))
        self.told["locks"] = waits.locks(words)

    def _test(self):
        running = environment.value(self._site.memory, "PYTEST_CURRENT_TEST")  # "tests/test_a.py::test_b (call)"
        if running:
            self.told["test"] = running.rpartition(" (")[0] or running

    def _environment(self):
        found = environment.values(self._site.memory) if targets.is_core() else {}
        if found:
            self.told["environment"] = found

    def _versions(self):
        python = self._site.python
        told = {"python": python and python.version, "gdb": gdb.VERSION, "kernel": os.uname().release if targets.is_native() else None}
        self.told["versions"] = {name: value for name, value in told.items() if value}

    def _libraries(self):
        found = [each for each in gdb.objfiles() if each.owner is None and each.filename][:MOST_LIBRARIES]
        separate = {each.owner.filename for each in gdb.objfiles() if each.owner is not None}
        self.told["libraries"] = [_library(each, each.filename in separate) for each in found]


def _library(objfile, has_debug_file):
    told = {"path": objfile.filename, "hasSymbols": has_debug_file or object_files.has_debug_information(objfile.filename)}
    return dict(told, buildId=objfile.build_id) if objfile.build_id else told
