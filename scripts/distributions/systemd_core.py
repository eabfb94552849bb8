"""Opens core files of systemd's store as a user does: 'coreFile' is "systemd:NAME", and the real coredumpctl finds it in a real journal.

The journal is written as systemd-coredump writes it (systemd.journal-fields(7), "COREDUMP_*"), into /var/log/journal: run by checks.py in a Debian
that is there for tests alone. The core files are of a program that dies in C."""
import lzma
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.append(str(ROOT / "demo"))
from dap_client import DapClient, RequestFailed  # noqa: E402

REMOTE = "/usr/lib/systemd/systemd-journal-remote"
MACHINE_ID = pathlib.Path("/etc/machine-id")
JOURNALS = pathlib.Path("/var/log/journal")
STORE = pathlib.Path("/var/lib/systemd/coredump")
DUMPED = "fc2e22bc6ee647b6b90729ab34a250b1"  # SD_MESSAGE_COREDUMP
SOURCE = """
int die(int *nowhere) { return *nowhere = 1; }
int main(void) { return die(0); }
"""


def main():
    with tempfile.TemporaryDirectory() as directory:
        program, core = dying(pathlib.Path(directory))
        older = record(program, core, pid=1234, age=60)
        record(program, core, pid=5678, age=0)
        expect(opened("dies", program), "process 5678 (dies)", "the newest of several", "die")
        expect(opened("1234", program), "process 1234 (dies)", "die")
        older.unlink()
        expect(refused("1234"), "process 1234 (dies)", "is no longer there")
        expect(refused("never-ran"), "No match found.", "'coredumpctl list'")


def dying(directory):
    """(program, core file) of a program that has died of SIGSEGV."""
    source, program, core = (directory / name for name in ("dies.c", "dies", "core"))
    source.write_text(SOURCE)
    subprocess.check_call(["gcc", "-g", "-O0", "-o", program, source])
    dump = ["-ex", "run", "-ex", f"generate-core-file {core}"]
    subprocess.check_call(["gdb", "-nx", "-q", "-batch", *dump, program], stdout=subprocess.DEVNULL)
    return program, core


def record(program, core, pid, age):
    """A core file in systemd's store, of a process that ended `age` seconds ago; its path."""
    boot = pathlib.Path("/proc/sys/kernel/random/boot_id").read_text().strip().replace("-", "")
    time_us = int((time.time() - age) * 1e6)
    file = STORE / f"core.{program.name}.0.{boot}.{pid}.{time_us}.xz"
    STORE.mkdir(parents=True, exist_ok=True)
    file.write_bytes(lzma.compress(core.read_bytes()))
    journal({
        "__REALTIME_TIMESTAMP": time_us, "__MONOTONIC_TIMESTAMP": int(time.monotonic() * 1e6), "_BOOT_ID": boot,
        "MESSAGE_ID": DUMPED, "MESSAGE": f"Process {pid} ({program.name}) of user 0 dumped core.", "PRIORITY": 2,
        "COREDUMP_PID": pid, "COREDUMP_UID": 0, "COREDUMP_GID": 0, "COREDUMP_SIGNAL": 11, "COREDUMP_TIMESTAMP": time_us,
        "COREDUMP_COMM": program.name, "COREDUMP_EXE": program, "COREDUMP_CMDLINE": program, "COREDUMP_FILENAME": file,
    })
    return file


def journal(fields):
    """Writes an entry in the Journal Export Format."""
    if not MACHINE_ID.exists() or not MACHINE_ID.read_text().strip():
        subprocess.check_call(["systemd-machine-id-setup"])
    directory = JOURNALS / MACHINE_ID.read_text().strip()
    directory.mkdir(parents=True, exist_ok=True)
    entry = "".join(f"{name}={value}\n" for name, value in fields.items()) + "\n"
    subprocess.run([REMOTE, "-o", directory / "system.journal", "-"], input=entry, text=True, check=True)


def opened(what, program):
    """What a session on a core file of systemd's tells, and the names of the frames that it shows."""
    client, attach = attached(what, program=str(program))
    client.event("initialized")
    client.call("configurationDone")
    client.response(attach)
    thread = client.event("stopped")[1]["threadId"]
    frames = client.call("stackTrace", threadId=thread)["stackFrames"]
    client.call("disconnect")
    client.close()
    return "\n".join([client.output("console", "important"), *(frame["name"] for frame in frames)])


def refused(what):
    """What is said of one that cannot be had."""
    client, attach = attached(what)
    try:
        client.response(attach)
    except RequestFailed as refusal:
        return str(refusal)
    finally:
        client.close()
    raise AssertionError(f"systemd:{what} was opened")


def attached(what, **arguments):
    """(client, number of its attach request)."""
    client = DapClient([str(ROOT / "bin" / "twinstack")])
    client.call("initialize", adapterID="test")
    return client, client.send("attach", {"coreFile": f"systemd:{what}", **arguments})


def expect(said, *words):
    for word in words:
        if word not in said:
            raise AssertionError(f"{word!r} is not in {said!r}")


if __name__ == "__main__":
    main()
