"""Sees that no child stays stopped once GDB has ended in whatever way, SIGKILL of it and of whoever started it among them.

The keeper is a shell that GDB starts with the first child that waits. It is not GDB's child, so that it is not ended with what GDB has started, and is in a
session of its own, which no signal of a terminal reaches. It reads the numbers of the children that wait, a line at each change. The end of its input is the end of
GDB: it then gives sessions that are about to attach some time, lets those children run that are stopped and nobody's, and ends.
"""

import os

from ..later import subprocess

SECONDS = 5
SCRIPT = """cd /
trap '' HUP INT QUIT TERM
exec 3<&0 </dev/null
{
    waiting=
    while read -r line; do
        waiting=$line
    done <&3
    second=0
    while [ -n "$waiting" ] && [ $second -lt %d ]; do
        sleep 1
        second=$((second + 1))
        left=
        for pid in $waiting; do
            state= tracer=
            while read -r name value rest; do
                case $name in
                    State:) state=$value ;;
                    TracerPid:) tracer=$value ;;
                esac
            done < /proc/$pid/status
            [ "$state $tracer" != "T 0" ] || left="$left $pid"
        done
        waiting=$left
    done
    [ -z "$waiting" ] || kill -CONT $waiting
} &
""" % SECONDS

_input = None


def keep(pids):
    """From now on these children, and no others, do not stay stopped when GDB has ended."""
    global _input
    line = (" ".join(map(str, pids)) + "\n").encode()
    try:
        if _input is None:
            _input = started()
        os.write(_input, line)
    except BrokenPipeError:  # somebody has ended it
        os.close(_input)
        _input = started()
        os.write(_input, line)


def started():
    """The input of a new keeper."""
    reader, writer = os.pipe()
    try:
        subprocess.Popen(["sh", "-c", SCRIPT], stdin=reader, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True).wait()
    finally:
        os.close(reader)
    return writer
