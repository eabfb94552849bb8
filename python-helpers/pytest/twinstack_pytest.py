"""pytest's side of crash reports:  twinstack run --follow --output DIR --format json -- python -m pytest -p twinstack_pytest --twinstack DIR --junitxml FILE

A process that dies takes pytest's JUnit file with it: with this plugin the file is complete after every test, and the test that is running stands in it as an
error until it has ended. Where a worker of pytest-xdist dies, what Twinstack reports of it (DIR/*.json) is the error of its test. Which test was running
Twinstack reads itself, out of PYTEST_CURRENT_TEST. Takes pytest 6.2 and later.
"""

import glob
import json
import os
import time
from types import SimpleNamespace
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from _pytest.junitxml import LogXML, mangle_test_address

HEADER = '<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="%s" errors="%d" failures="%d" skipped="%d" tests="%d"'
HEADER_SIZE = 400  # bytes; numbers grow in place
NAME_SIZE = 200
DIED = "The process died while this test was running."
SECONDS = 10.0  # that a report may take behind the end of its worker
PAUSE = 0.05
MOST_REPORTS = 1000
FRAMES = 40


def pytest_addoption(parser):
    parser.getgroup("twinstack").addoption("--twinstack", metavar="DIR", help="the directory into which `twinstack run --output` writes its reports")


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    if hasattr(config, "workerinput"):  # a worker tells the controller, which writes
        return
    reports = config.getoption("twinstack")
    if config.getoption("dist", "no") != "no":  # pytest-xdist runs the tests in workers
        if reports:
            config.pluginmanager.register(Workers(reports))
        return
    log = next((each for each in config.pluginmanager.get_plugins() if isinstance(each, LogXML)), None)
    if log is not None:
        config.pluginmanager.register(Journal(log))


class Journal:
    """The JUnit file as it would be if the process died now. It is rewritten from the end of the tests that have ended on."""

    def __init__(self, log):
        self._log, self._written, self._end = log, 0, HEADER_SIZE
        self._name = _attribute(log.suite_name, NAME_SIZE)
        os.makedirs(os.path.dirname(log.logfile) or ".", exist_ok=True)
        self._file = open(log.logfile, "wb")

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logstart(self, nodeid):
        *classes, name = mangle_test_address(nodeid)
        running = ElementTree.Element("testcase", classname=".".join(classes), name=name, time="0")
        ElementTree.SubElement(running, "error", message=DIED).text = DIED
        self._write(running)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report):
        if report.when == "teardown":
            self._write()

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self):
        self._file.close()  # pytest writes it anew

    def _write(self, running=None):
        ended = self._log.node_reporters_ordered[self._written :]
        self._written += len(ended)
        self._file.seek(self._end)
        self._file.write(b"".join(ElementTree.tostring(each.to_xml()) for each in ended))
        self._end = self._file.tell()
        if running is not None:
            self._file.write(ElementTree.tostring(running))
        self._file.write(b"</testsuite></testsuites>\n")
        self._file.truncate()
        self._file.seek(0)
        self._file.write(self._header(running is not None))
        self._file.flush()

    def _header(self, is_running):
        counted = self._log.stats
        errors = counted["error"] + is_running
        begun = HEADER % (self._name, errors, counted["failure"], counted["skipped"], self._written + is_running)
        return begun.encode("ascii").ljust(HEADER_SIZE - 1) + b">"


class Workers:
    """Attaches Twinstack's reports to the tests at which workers of pytest-xdist died."""

    def __init__(self, directory):
        self._directory, self._began = directory, time.time()

    @pytest.hookimpl(optionalhook=True)
    def pytest_handlecrashitem(self, crashitem, report):
        found = self._await(crashitem)
        if found is not None:
            report.longrepr = Crash(str(report.longrepr), found)

    def _await(self, test):
        """The report of the crash in a test, or None where there is none in time."""
        deadline = time.monotonic() + SECONDS
        while True:
            found = self._find(test)
            if found is not None or time.monotonic() > deadline:
                return found
            time.sleep(PAUSE)

    def _find(self, test):
        files = sorted(glob.glob(os.path.join(glob.escape(self._directory), "**", "*.json"), recursive=True), key=_modified, reverse=True)
        for file in files[:MOST_REPORTS]:
            if _modified(file) < self._began - 1:  # of a session before
                return None
            found = _read(file)
            if found is not None and found.get("process", {}).get("test") == test:
                return found
        return None


class Crash:
    """What pytest shows of a test that has failed: its ``longrepr``."""

    def __init__(self, told, report):
        self._text = "\n".join([told, "", *lines(report)])
        self.reprcrash = SimpleNamespace(message="%s: %s" % (told, lines(report)[0]))

    def __str__(self):
        return self._text

    def toterminal(self, out):
        out.line(self._text)


def lines(report):
    """A report in short: what happened, the likely causes with their evidence, the stack that crashed."""
    reason = report["reason"]
    told = ["%s: %s" % (reason["name"], reason.get("meaning") or reason["kind"])]
    for cause in report.get("causes", []):
        told += ["Likely cause: " + cause["says"]] + ["  " + each for each in cause.get("evidence", [])]
    for thread in report.get("threads", []):
        if thread.get("crashed"):
            told += ["", thread.get("name") or "Thread %s" % thread["id"]] + ["  " + _frame(each) for each in thread.get("frames", [])[:FRAMES]]
    return told


def _frame(frame):
    place = "%s:%s" % (frame["file"], frame.get("line")) if frame.get("file") else frame.get("library", "")
    return "%-6s  %s  %s" % (frame["language"], frame["function"], place)


def _attribute(text, size):
    """As much of a text as an XML attribute of that many bytes holds."""
    escaped, used = [], 0
    for each in text:
        written = escape(each if each.isprintable() else "?", {'"': "&quot;"}).encode("ascii", "xmlcharrefreplace").decode("ascii")
        used += len(written)
        if used > size:
            break
        escaped.append(written)
    return "".join(escaped)


def _modified(file):
    try:
        return os.path.getmtime(file)
    except OSError:  # gone since
        return 0


def _read(file):
    """None for what is no report, or not written to its end."""
    try:
        with open(file, encoding="utf-8") as text:
            found = json.load(text)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and "reason" in found and "schema" in found else None
