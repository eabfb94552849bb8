"""The machine on which GDB runs, for an adapter that runs on another: its programs, processes and files."""

import os
import signal

import gdb

from .commands import operation
from .errors import UserError
from .later import subprocess

ELF = b"\x7fELF"
PYTHON_FILES = (".py", ".pyw", ".pyz")
LARGEST_SOURCE = 8 << 20
ASK_SECONDS = 5
ASK = "import sys; print(sys.executable)"
CORRECT = "correct '%s' in the launch configuration, which is about the machine where GDB runs"


@operation("debuggee")
def debuggee(directory, environment, program=None, module=None, python=None):
    """What to start for a native program or a Python file, a module, or else for Python source: {"directory", "executable",
    "target": the file that the interpreter runs or null, "entry": the file with its first line or null}."""
    if not os.path.isdir(directory):
        raise UserError("The working directory '%s' does not exist; %s." % (directory, CORRECT % "cwd"))
    target = entry = None
    if program is not None:
        target = entry = os.path.normpath(os.path.join(directory, program))
        if not os.path.exists(target):
            raise UserError("The program '%s' does not exist; %s." % (target, CORRECT % "program"))
        if is_elf(target):
            require_executable(target)
            return {"directory": directory, "executable": target, "target": None, "entry": None}
        if python is None and not is_python(target):
            raise UserError("The program '%s' is neither a Python file nor an ELF executable; name its interpreter"
                            " as 'program' and the file in 'args'." % target)
    elif module is not None:
        entry = module_file(os.path.join(directory, module.replace(".", "/")))
    else:
        entry = "<string>"
    executable = interpreter(python or "python3", directory, environment)
    return {"directory": directory, "executable": executable, "target": target, "entry": entry}


def require_executable(path):
    if not os.access(path, os.X_OK):
        raise UserError("The program '%s' is not executable; run 'chmod +x' on it." % path)


def is_elf(path):
    return head(path).startswith(ELF)


def is_python(path):
    return os.path.isdir(path) or path.endswith(PYTHON_FILES) or is_python_script(head(path))


def is_python_script(first):
    return first.startswith(b"#!") and b"python" in first.split(b"\n")[0]


def head(path):
    if not os.path.isfile(path):
        return b""
    try:
        with open(path, "rb") as file:
            return file.read(256)
    except OSError as error:
        raise UserError("'%s' cannot be read (%s); check its permissions." % (path, error.strerror))


def module_file(base):
    """What ``python -m`` runs when it lies below the working directory, which stands first in sys.path."""
    for path in (base + ".py", os.path.join(base, "__main__.py")):
        if os.path.isfile(path):
            return path
    return None


def interpreter(name, directory, environment):
    """The ELF executable of a Python; a script (such as a version manager's shim) is asked for it."""
    found = in_path(name, directory)
    if not is_elf(found):
        found = asked(found, directory, environment)
    if not is_elf(found):
        raise UserError("The Python interpreter '%s' is not an ELF executable, which is what GDB can debug; %s."
                        % (found, CORRECT % "python"))
    return found


def in_path(name, directory):
    folders = [directory] if "/" in name else os.environ.get("PATH", os.defpath).split(":")
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise UserError("The Python interpreter '%s' was not found; %s." % (name, CORRECT % "python"))


def asked(script, directory, environment):
    variables = {name: value for name, value in dict(os.environ, **environment).items() if value is not None}
    try:
        said = subprocess.check_output([script, "-c", ASK], cwd=directory, env=variables, timeout=ASK_SECONDS,
                                       stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    except (OSError, subprocess.SubprocessError) as error:
        raise UserError("'%s' does not say which Python it starts (%s); %s." % (script, error, CORRECT % "python"))
    return os.fsdecode(said).strip().split("\n")[-1]


@operation("process-files")
def process_files(pid):
    """A process: {"executable", "root": its root directory if that is not GDB's own, or null, "stopped": by a signal}."""
    folder = "/proc/%d" % pid
    try:
        with open(folder + "/stat", "rb") as file:
            state = file.read().rpartition(b") ")[2][:1]
        executable = os.readlink(folder + "/exe")
        contained = os.stat(folder + "/root/") != os.stat("/") and os.readlink(folder + "/root") != "/"
    except FileNotFoundError:
        raise UserError("There is no process %d where GDB runs; look for its number there with 'ps -e'." % pid)
    except OSError as error:
        raise UserError("The process %d cannot be attached to (%s); it belongs to another user than GDB runs as."
                        % (pid, error.strerror))
    root = folder + "/root" if contained else None
    return {"executable": (root or "") + executable, "root": root, "stopped": state == b"T"}


@operation("signal")
def send_signal(name):
    """Send the program a signal, such as "TERM"; one that has ended gets none."""
    pid = gdb.selected_inferior().pid
    if pid:
        try:
            os.kill(pid, getattr(signal, "SIG" + name))
        except ProcessLookupError:
            pass
        except OSError as error:
            raise UserError("The program cannot be sent SIG%s: %s." % (name, error.strerror))
    return {}


@operation("source-file")
def source_file(path):
    """Whether there is such a file: {"present"}."""
    return {"present": os.path.isfile(path)}


@operation("source-text")
def source_text(path):
    """The text of a source file: {"text"}."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return {"text": file.read(LARGEST_SOURCE)}
    except OSError as error:
        raise UserError("The file '%s' cannot be read where GDB runs: %s." % (path, error.strerror))
