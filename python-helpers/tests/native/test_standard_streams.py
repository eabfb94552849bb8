"""Files in the place of a program's terminal: what would fail or wait at the program's start is refused before."""

import os
import tempfile
import unittest

from mi_session import MiSession


class StandardStreams(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.session = MiSession()
        cls.folder = tempfile.TemporaryDirectory(prefix="twinstack-tests-")

    @classmethod
    def tearDownClass(cls):
        cls.session.close()
        cls.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def fifo(self, name):
        os.mkfifo(self.path(name))
        self.addCleanup(os.unlink, self.path(name))
        return name

    def refused(self, *words, **streams):
        error = self.ask(**streams)["error"]
        self.assertEqual(error["kind"], "user")
        for word in words:
            self.assertIn(word, error["message"])

    def taken(self, **streams):
        self.assertNotIn("error", self.ask(**streams))

    def ask(self, written=(), **read):
        return self.session.ask("standard-streams", directory=self.folder.name, written=written, **read)

    def test_a_folder_can_be_neither_read_nor_written(self):
        self.refused("'%s' of 'stdio' cannot be read (Is a directory)" % self.path(""), read="")
        self.refused("'%s' of 'stdio' cannot be written (Is a directory)" % self.path(""), written=[""])

    def test_a_file_that_is_missing_can_be_written_alone(self):
        self.refused("cannot be read (No such file or directory)", read="missing")
        self.refused("cannot be written (No such file or directory)", written=["missing/out"])
        self.taken(written=["new"])
        self.assertFalse(os.path.exists(self.path("new")))

    def test_files_that_even_root_cannot_open(self):
        self.refused("'/sys/kernel/notes' of 'stdio' cannot be written (", written=["/sys/kernel/notes"])
        self.refused("'/sys/bus/platform/uevent' of 'stdio' cannot be read (", read="/sys/bus/platform/uevent")

    def test_a_file_that_is_there_is_left_as_it_is(self):
        with open(self.path("text"), "w") as text:
            text.write("as it was")
        self.taken(written=["text"], read="text")
        with open(self.path("text")) as text:
            self.assertEqual(text.read(), "as it was")

    def test_a_device_is_taken_as_a_file(self):
        self.taken(written=["/dev/null", "/dev/full"], read="/dev/tty")

    def test_a_fifo_without_its_other_end(self):
        self.refused("Nobody reads from the FIFO '%s' of" % self.path("alone"), written=[self.fifo("alone")])
        self.refused("Nobody writes into the FIFO '%s' of" % self.path("mute"), read=self.fifo("mute"))

    def test_a_fifo_with_a_reader(self):
        reader = os.open(self.path(self.fifo("read")), os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        self.taken(written=["read"])
        with self.assertRaises(BlockingIOError):  # it is held open: no end of file
            os.read(reader, 1)
        self.taken()
        self.assertEqual(os.read(reader, 1), b"")
        self.taken(written=["read"])
        self.session.send("-file-exec-and-symbols /bin/true")
        self.assertIn("exited-normally", self.session.resume("-exec-run"))
        self.assertEqual(os.read(reader, 1), b"")

    def test_a_fifo_with_a_writer(self):
        own = os.open(self.path(self.fifo("written")), os.O_RDONLY | os.O_NONBLOCK)
        writer = os.open(self.path("written"), os.O_WRONLY)
        os.close(own)
        self.addCleanup(os.close, writer)
        self.taken(read="written")
        os.write(writer, b"held")  # without a reader: SIGPIPE


if __name__ == "__main__":
    unittest.main()
