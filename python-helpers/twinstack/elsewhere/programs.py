"""What a launch starts on the machine on which GDB runs, for an adapter that runs on another."""

import os

from ..commands import operation
from ..errors import UserError
from ..later import subprocess

ELF = b"\x7fELF"
PYTHON_FILES = (".py", ".pyw", ".pyz")
ASK_SECONDS = 5
ASK = "import sys; print(sys.executable)"
CORRECT = "correct '%s' in the launch configuration, which is about the machine where GDB runs"


@operation("debuggee")
def debuggee(directory, environment, program=None, python=None):
    """What to start for a native program or a Python file, or else for a module or Python source: {"directory", "executable",
    "target": the file that the interpreter runs or null, "python": whether it is one}."""
    if not os.path.isdir(directory):
        raise UserError("The working directory '%s' does not exist; %s." % (directory, CORRECT % "cwd"))
    target = None
    if program is not None:
        target = os.path.normpath(os.path.join(directory, program))
        if not os.path.exists(target):
            raise UserError("The program '%s' does not exist; %s." % (target, CORRECT % "program"))
        if is_elf(target):
            require_executable(target)
            return {"directory": directory, "executable": target, "target": None, "python": False}
        if python is None and not is_python(target):
            raise UserError("The program '%s' is neither a Python file nor an ELF executable; name its interpreter"
                            " as 'program' and the file in 'args'." % target)
    executable = interpreter(python or "python3", directory, environment)
    return {"directory": directory, "executable": executable, "target": target, "python": True}


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


def interpreter(name, directory, environment):
    """The ELF executable of a Python; a script (such as a version manager's shim), or what is not called Python, is asked for it."""
    found = in_path(name, directory)
    if not (is_elf(found) and "python" in os.path.basename(found)):
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
    what = "is no executable file" if "/" in name and os.path.exists(os.path.join(directory, name)) else "was not found"
    raise UserError("The Python interpreter '%s' %s; %s." % (name, what, CORRECT % "python"))


def asked(script, directory, environment):
    variables = {name: value for name, value in dict(os.environ, **environment).items() if value is not None}
    try:
        said = subprocess.check_output([script, "-c", ASK], cwd=directory, env=variables, timeout=ASK_SECONDS,
                                       stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    except (OSError, subprocess.SubprocessError) as error:
        raise UserError("'%s' does not say which Python it starts (%s); %s." % (script, error, CORRECT % "python"))
    return os.fsdecode(said).strip().split("\n")[-1]
