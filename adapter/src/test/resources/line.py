"""Joins a Unix socket (unix PATH PORT) or a serial line (serial PORT) to a server's TCP port of the loopback.

Says "ready at PATH" when one can connect; a serial line is the other side of a pseudo-terminal.
"""

import os
import select
import selectors
import socket
import sys
import tty


def unix(path):
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen()
    print("ready at " + path, flush=True)
    return listening.accept()[0].detach()


def serial():
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    print("ready at " + os.ttyname(theirs), flush=True)
    select.select([ours], [], [])  # until somebody else has it open, too
    os.close(theirs)
    return ours


def join(one, other):
    ends = {one: other, other: one}
    with selectors.DefaultSelector() as selector:
        for end in ends:
            selector.register(end, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                data = received(key.fd)
                if not data:
                    return
                while data:
                    data = data[os.write(ends[key.fd], data) :]


def received(end):
    try:
        return os.read(end, 1 << 16)
    except OSError:  # nobody has the other side of the pseudo-terminal open any more
        return b""


kind, *where, port = sys.argv[1:]
server = socket.create_connection(("localhost", int(port)))
join(unix(*where) if kind == "unix" else serial(), server.fileno())
