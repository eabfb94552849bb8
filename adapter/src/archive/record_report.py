"""Has a JVM write its archive of the classes that a report loads:  record_report.py JAVA-COMMAND...

The command starts the adapter as the reporter of `twinstack run`, whose supervisor is played here: of a Python that stands, with a signal that is about to end it,
the adapter writes a report in every format. Without GDB the archive is smaller, and the build goes on."""
import os
import pathlib
import select
import signal
import subprocess
import sys
import tempfile

PATIENCE = 20
FORMATS = "text,markdown,json,html,junit,sarif,annotations"
PROGRAM = """
import threading, time

class Part:
    def __init__(self, name):
        self.name = name

def wait(part):
    if part.name != "bolt":
        return wait(Part("bolt"))
    time.sleep(%d)

threading.Thread(target=wait, args=(Part("nut"),), daemon=True).start()
print(flush=True)
wait(Part("washer"))
""" % PATIENCE


def main():
    with tempfile.TemporaryDirectory() as folder:
        options = ["run", "--output", folder, "--format", FORMATS, "--", "python3"]
        adapter = subprocess.Popen([*sys.argv[1:], *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        file = pathlib.Path(folder, "program.py")
        file.write_text(PROGRAM)
        program = subprocess.Popen([sys.executable, file], stdout=subprocess.PIPE)
        try:
            said(adapter)  # that it is ready
            said(program)
            program.send_signal(signal.SIGSTOP)
            os.waitpid(program.pid, os.WUNTRACED)
            program.send_signal(signal.SIGSEGV)
            adapter.stdin.write(b"crash %d SIGSEGV %d 0 %d\n" % (program.pid, signal.SIGSEGV, os.getpid()))
            adapter.stdin.flush()
            said(adapter)  # that it has reported
        finally:
            program.kill()
            program.wait()
            adapter.stdin.close()
            adapter.wait(PATIENCE)


def said(process):
    """The next line that it prints; empty where none comes in time."""
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    return process.stdout.readline() if ready else b""


if __name__ == "__main__":
    main()
