"""Many breakpoints in a file: the same places as GDB's own, in a fraction of the time."""

import json
import os
import re
import shutil
import subprocess
import unittest

import programs
from breakpoint_case import SharedSession
from mi_session import unescaped

COUNT = 500


class ManyBreakpoints(SharedSession):
    def setUp(self):
        self.folder = os.path.join(programs.BUILT, "many")
        self.path = os.path.join(self.folder, "many.c")
        os.makedirs(self.folder, exist_ok=True)
        with open(self.path, "w") as text:
            text.write("int main(void) { volatile int x = 0;\n")
            text.writelines("x += %d;\n" % line for line in range(COUNT))
            text.write("return 0; }\n")
        self.load(programs.build("many.c", path=self.path, output="many breakpoints"))

    def created(self):
        return [text for text in self.logged() if text.startswith("=breakpoint-created")]

    def test_five_hundred_are_hit_in_their_order(self):
        rows = self.set(self.path, range(2, COUNT + 2))
        self.assertEqual([row["line"] for row in rows], list(range(2, COUNT + 2)))
        self.assertEqual([text for text in self.created() if "$_twinstack_address" not in text], [])
        for row in rows[:3]:
            record = self.session.resume("-exec-run" if row is rows[0] else "-exec-continue")
            self.assertIn('bkptno="%s"' % row["natives"][0], record)
            self.assertIn('line="%d"' % row["line"], record)
        again = self.set(self.path, range(2, COUNT + 1))
        self.assertEqual([row["number"] for row in again], [row["number"] for row in rows[:-1]])


class Libraries(SharedSession):
    """A file with many breakpoints in libraries: loaded later, unloaded, several of them."""

    LINES = range(2, 20)  # more than line_tables.MANY

    def setUp(self):
        self.path = os.path.join(programs.BUILT, "a library", "of_many_lines.c")
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        with open(self.path, "w") as text:
            text.write("int many(int n) { volatile int x = n;\n")
            text.writelines("x += %d;\n" % line for line in self.LINES)
            text.write("return x; }\n")
        self.first = programs.library("of_many_lines.c", path=self.path)
        self.second = programs.build("of_many_lines.c", "-shared", "-fPIC", output="second.so", path=self.path)
        self.loader = programs.build("loader.c")
        self.both = programs.build("loader.c", self.path, output="loader with many", path=programs.source("loader.c"))

    def begin(self, *command):
        self.load(*command)
        return [row["verified"] for row in self.set(self.path, self.LINES)]

    def stops(self, command="-exec-run"):
        """(The object file, the line) of each stop, to the end of the program."""
        found = []
        while True:
            record = self.session.resume(command)
            if 'reason="exited' in record:
                return found
            self.assertIn('reason="breakpoint-hit"', record)
            self.assertIn('func="many"', record)
            self.session.console("python print('in', gdb.current_progspace().solib_name(gdb.selected_frame().pc()))")
            file = re.findall(r'^~"in (.*)\\n"', "\n".join(self.logged()), re.MULTILINE)[-1]
            found.append((os.path.basename(file), int(record.split('line="')[1].split('"')[0])))
            command = "-exec-continue"

    def of(self, *files):
        return [(file, line) for file in files for line in self.LINES]

    def complaints(self):
        return [text for text in self.logged() if text.startswith("&") and "rror" in text]

    def told(self, verified):
        events = (re.search(r"twinstack-event breakpoint ({.*})", text) for text in self.logged())
        rows = [json.loads(unescaped(found.group(1))) for found in events if found]
        return sorted(row["line"] for row in rows if row["verified"] == verified)

    def test_of_a_library_that_comes_later(self):
        self.assertEqual(set(self.begin(self.loader, self.first)), {False})
        self.assertEqual(self.stops(), self.of("of_many_lines.so"))
        self.assertEqual(self.told(True), list(self.LINES))
        self.assertEqual(self.told(False), list(self.LINES))
        self.assertEqual(self.complaints(), [])

    def test_each_copy_of_the_file(self):
        self.assertEqual(set(self.begin(self.both, self.first, self.second)), {True})
        self.assertEqual(self.stops(), self.of("None", "of_many_lines.so", "second.so"))
        self.assertEqual(self.complaints(), [])

    def test_those_that_are_kept_are_placed_in_what_comes_later(self):
        self.load(self.both, self.first)
        numbers = [row["number"] for row in self.set(self.path, self.LINES)]
        self.set(os.path.join(programs.BUILT, "nowhere.c"), self.LINES)
        reply = self.session.result("set-breakpoints", path=self.path, breakpoints=[], kept=numbers)
        self.assertEqual(reply, {"breakpoints": [], "kept": len(numbers)})
        self.assertEqual(self.stops(), self.of("None", "of_many_lines.so"))

    def test_copies_that_are_loaded_side_by_side(self):
        self.begin(self.both, "keep", self.second, self.first)
        self.assertEqual(self.stops(), self.of("None", "second.so", "of_many_lines.so"))

    def test_a_library_that_is_loaded_again_and_a_run_again(self):
        self.begin(self.loader, self.first, self.first)
        for _ in range(2):
            self.assertEqual(self.stops(), self.of("of_many_lines.so", "of_many_lines.so"))
        self.assertEqual(self.complaints(), [])

    def test_another_program_that_is_executed(self):
        self.assertEqual(set(self.begin(self.both, "exec", self.loader, self.first)), {True})
        self.assertEqual(self.stops(), self.of("None", "of_many_lines.so"))
        self.assertEqual(self.complaints(), [])

    def test_one_that_is_set_while_both_are_loaded(self):
        self.load(self.both, "keep", self.first)
        self.session.console("break many if n == 2")
        self.addCleanup(self.session.console, "delete")
        self.session.resume("-exec-run")
        self.assertEqual({row["verified"] for row in self.set(self.path, self.LINES)}, {True})
        self.assertEqual(self.stops("-exec-continue"), self.of("of_many_lines.so"))

    def test_a_library_that_comes_while_none_are_set(self):
        self.assertEqual(set(self.begin(self.loader, "keep", self.first)), {False})
        self.set(self.path, [])
        self.session.console("break loader.c:%d" % programs.line("loader.c", "end"))
        self.addCleanup(self.session.console, "delete")
        self.session.resume("-exec-run")
        self.assertEqual({row["verified"] for row in self.set(self.path, self.LINES)}, {True})

    def test_other_libraries_cost_no_search(self):
        others = []
        for number in range(5):
            other = os.path.join(programs.BUILT, "other%d.c" % number)
            with open(other, "w") as text:
                text.write("int other%d(void) { return 1; }\n" % number)
            others.append(programs.library("other%d.c" % number, path=other))
        self.begin(self.loader, "keep", *others)
        self.session.console("python searched = []; decode = gdb.decode_line")
        self.addCleanup(self.session.console, "python gdb.decode_line = decode")
        self.session.console("python gdb.decode_line = lambda *given: searched.append(given) or decode(*given)")
        self.assertEqual(self.stops(), [])
        self.session.console("python print('searched', len(searched))")
        searched = next(text for text in self.logged() if text.startswith('~"searched'))
        self.assertEqual(searched, '~"searched 0\\n"')
        self.assertEqual([text for text in self.logged() if text.startswith("=breakpoint-modified")], [])


class Paths(SharedSession):
    """A file that debug information names in another way than the client, with few breakpoints and with many."""

    def stops(self, library, path, few, *commands):
        self.load(programs.build("loader.c"), library)
        self.session.console("python import twinstack.breakpoints.line_tables; twinstack.breakpoints.line_tables.MANY = %d" % (16 if few else 1))
        for command in commands:
            self.session.console(command)
        self.set(path, [programs.line("plugin.c", "twice")])
        return 'func="many"' in self.session.resume("-exec-run")

    def library(self, folder, *options, source="plugin.c"):
        """The library, built in a folder from what that has as ``source``."""
        built = os.path.join(folder, "built%d.so" % len(os.listdir(folder)))
        command = ["gcc", "-g", "-shared", "-fPIC", "-Dplugin=many", source, "-o", built, *options]
        subprocess.check_call(command, cwd=folder, env=dict(os.environ, PWD=folder))
        return built

    def folder(self, name):
        path = os.path.realpath(os.path.join(programs.BUILT, name))
        os.makedirs(path, exist_ok=True)
        shutil.copy(programs.source("plugin.c"), path)
        return path

    def each(self, library, path, *commands):
        found = [self.stops(library, path, few, *commands) for few in (True, False)]
        self.set(path, [])
        return found

    def test_a_name_relative_to_where_it_was_compiled(self):
        folder = self.folder("relative")
        self.assertEqual(self.each(self.library(folder), folder + "/plugin.c"), [True, True])
        folder = self.folder("up/src")
        os.makedirs(folder + "/../build", exist_ok=True)
        library = self.library(os.path.realpath(folder + "/../build"), source="../src/plugin.c")
        self.assertEqual(self.each(library, folder + "/plugin.c"), [True, True])
        other = self.folder("up/other")
        self.assertEqual(self.each(library, other + "/plugin.c"), [False, False])

    def test_a_source_is_found_through_links(self):
        folder = self.folder("real")
        link = os.path.join(programs.BUILT, "link")
        os.symlink(folder, link)
        for built, wanted in ((folder, link), (link, folder), (link, link)):
            library = self.library(folder, source=built + "/plugin.c")
            self.assertEqual(self.each(library, wanted + "/plugin.c"), [True, True], (built, wanted))

    def test_a_mapped_folder(self):
        folder = self.folder("mapped")
        library = self.library(folder, "-ffile-prefix-map=%s=/nowhere/build" % folder)
        mapped = "set substitute-path /nowhere/build " + folder
        self.addCleanup(self.session.console, "unset substitute-path")
        self.assertEqual(self.each(library, folder + "/plugin.c", mapped), [True, True])


class SamePlaces(SharedSession):
    """Every line of a program, by its line table and by GDB."""

    def places(self, name, many):
        self.load(programs.build(name))
        with open(programs.source(name)) as text:
            count = len(text.readlines())
        step = count if many else 8
        rows = []
        for first in range(1, count + 1, step):
            rows += self.set(programs.source(name), range(first, min(first + step, count + 1)))
        return [(row["verified"], row["line"], row.get("address")) for row in rows]

    def test_lines_of_c_have_the_places_that_gdb_chooses(self):
        for name in ("watched.c", "values.c", "spin.c", "host.c"):
            self.assertEqual(self.places(name, True), self.places(name, False))

    def test_lines_of_cpp_have_the_places_that_gdb_chooses(self):
        for name in ("thrown.cpp", "inheritance.cpp"):
            self.assertEqual(self.places(name, True), self.places(name, False))


if __name__ == "__main__":
    unittest.main()
