"""A stub of GDB's remote protocol for the architecture of the first argument, which knows no more than a connection asks first,
and can only stop all threads. It serves one connection after the other."""

import re
import socket
import sys

TARGET = (
    b'<?xml version="1.0"?><!DOCTYPE target SYSTEM "gdb-target.dtd">'
    b"<target><architecture>%s</architecture></target>" % sys.argv[1].encode()
)
GENERAL_REGISTERS = 164  # bytes of those of x86-64


def answer(packet):
    if packet.startswith(b"qSupported"):
        return b"PacketSize=4000;qXfer:features:read+"
    if packet.startswith(b"qXfer:features:read:target.xml"):
        return b"l" + TARGET
    known = {b"?": b"S05", b"g": b"00" * GENERAL_REGISTERS, b"D": b"OK"}
    return known.get(packet, b"E01" if packet.startswith(b"m") else b"")


def serve(connection):
    received = b""
    for part in iter(lambda: connection.recv(4096), b""):
        received += part
        packet = re.match(rb"[^$]*\$([^#]*)#..", received, re.DOTALL)
        while packet:
            received = received[packet.end() :]
            found = answer(packet.group(1))
            connection.sendall(b"+$%s#%02x" % (found, sum(found) % 256))
            packet = re.match(rb"[^$]*\$([^#]*)#..", received, re.DOTALL)


server = socket.create_server(("localhost", 0))
print("Listening on port %d" % server.getsockname()[1], flush=True)
while True:
    with server.accept()[0] as connection:
        try:
            serve(connection)
        except ConnectionError:
            pass
