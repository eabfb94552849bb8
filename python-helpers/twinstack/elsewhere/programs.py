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
