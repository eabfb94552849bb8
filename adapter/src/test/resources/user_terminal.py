"""A terminal as an editor has it: a shell on a pseudo-terminal of its own.

What the shell and its programs write comes out as it is. On standard input, one command in a line:
``type TEXT`` (a Python string), ``size ROWS COLUMNS``; its end closes the terminal.
"""

import ast
import fcntl
import os
import pty
import struct
import sys
import termios
import threading


def resize(master, rows, columns):
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def show(master):
    try:
        while True:
            os.write(1, os.read(master, 65536))
    except OSError:
        pass


def main():
    shell, master = pty.fork()
    if shell == 0:
        os.environ.update(TERM="xterm-256color", PS1="$ ", ENV="")
        os.execv("/bin/sh", ["/bin/sh", "-i"])
    resize(master, 24, 80)
    threading.Thread(target=show, args=(master,), daemon=True).start()
    for line in sys.stdin:
        word, rest = line.rstrip("\n").split(" ", 1)
        if word == "type":
            os.write(master, ast.literal_eval(rest).encode())
        else:
            resize(master, *map(int, rest.split()))
    os.close(master)
    os._exit(0)


main()
