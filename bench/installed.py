"""Gets the peers that npm and apt have, into a cache of their own; nothing else on the machine changes."""
import os
import pathlib
import re
import shlex
import shutil
import subprocess

import peers

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "twinstack-bench"
CDT = "cdt-gdb-adapter@1.7.0"
GDB_OF = """#!/bin/sh
PYTHONHOME={root}/usr exec {loader} --library-path {libraries} {root}/usr/bin/gdb --data-directory={root}/usr/share/gdb \\
    -iex "set auto-load safe-path /" -iex "set auto-load scripts-directory \\$debugdir:/usr/share/gdb/auto-load" "$@"
"""


class Missing(Exception):
    """A peer cannot be had; the text says why."""


def all_peers(gdb, gdb_dap):
    """The peers; one that cannot be had says why in `missing`."""
    return [
        found(peers.cdt, cdt_command),
        found(peers.gdb_dap, lambda: gdb_dap_command(gdb, gdb_dap)),
        found(peers.lldb_dap, lldb_dap_command),
    ]


def found(peer, command):
    try:
        return peer(command())
    except Missing as reason:
        return peer([], missing=str(reason))


def cdt_command():
    if not (shutil.which("npm") and shutil.which("node")):
        raise Missing("there is no node and npm")
    script = CACHE / "cdt" / "node_modules" / "cdt-gdb-adapter" / "dist" / "debugAdapter.js"
    if not script.exists():
        run("npm", "install", "--prefix", CACHE / "cdt", "--no-audit", "--no-fund", CDT)
    return ["node", str(script)]


def gdb_dap_command(gdb, command):
    if command:
        return shlex.split(command)
    if subprocess.run([gdb, "-nx", "-batch", "-ex", "python import gdb.dap"], capture_output=True, check=False).stderr:
        raise Missing("this GDB has no DAP, which begins with 14; another is named by --gdb-dap")
    return [gdb, "-nx", "-q", "-i", "dap"]


def gdb_of(root, script):
    """Writes the `script` that runs the GDB of the Debian in a directory. Unlike in a changed root, all that it debugs is this machine's, as are the printers."""
    root = pathlib.Path(root).resolve()
    script.parent.mkdir(exist_ok=True)
    loader = next(root.glob("lib*/ld-linux-*"))
    libraries = ":".join(map(str, root.glob("usr/lib/*-linux-gnu")))
    script.write_text(GDB_OF.format(root=root, loader=loader, libraries=libraries), encoding="utf-8")
    script.chmod(0o755)
    return str(script)


def lldb_dap_command():
    """That of the machine, or else the newest of apt, unpacked."""
    if shutil.which("lldb-dap"):
        return ["lldb-dap"]
    if not shutil.which("apt-get"):
        raise Missing("there is neither lldb-dap nor apt-get")
    version = max(map(int, re.findall(r"^lldb-(\d+) ", run("apt-cache", "search", "--names-only", "^lldb-[0-9]+$"), re.M)), default=0)
    if not version:
        raise Missing("apt has no lldb")
    root = CACHE / f"lldb-{version}"
    if not root.exists():
        unpack(f"lldb-{version}", root)
    libraries = f"{next((root / 'usr/lib').glob('*-linux-gnu'))}:{root}/usr/lib/llvm-{version}/lib"
    return ["env", f"LD_LIBRARY_PATH={libraries}", f"PYTHONPATH={root}/usr/lib/python3/dist-packages",
            f"LLDB_DEBUGSERVER_PATH={root}/usr/bin/lldb-server-{version}", str(next((root / "usr/bin").glob("lldb-[dv][as]*")))]


def debugpy(python):
    """Where the debugpy is that a Python can import: "" for its own, else that of apt, which is for Debian's Python."""
    if not subprocess.run([python, "-c", "import debugpy.adapter"], stderr=subprocess.DEVNULL).returncode:
        return ""
    if os.path.realpath(python) != os.path.realpath("/usr/bin/python3") or not shutil.which("apt-get"):
        raise Missing("it has no debugpy")
    root = CACHE / "debugpy"
    if not root.exists():
        unpack("python3-debugpy", root)
    return str(root / "usr/lib/python3/dist-packages")


def unpack(package, root):
    """Unpacks a package of apt and those that it needs and that the machine does not have."""
    plan = run("apt-get", "install", "-s", "--no-install-recommends", package)
    archives = root.with_suffix(".debs")
    archives.mkdir(parents=True, exist_ok=True)
    run("apt-get", "download", *re.findall(r"^Inst (\S+)", plan, re.M), cwd=archives)
    partial = root.with_suffix(".partial")
    for archive in archives.glob("*.deb"):
        run("dpkg", "-x", archive, partial)
    partial.rename(root)


def run(*command, cwd=None):
    done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"`{shlex.join(map(str, command))}` failed: {done.stderr.strip()[-300:]}")
    return done.stdout
