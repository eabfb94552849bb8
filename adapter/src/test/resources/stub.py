"""A stub of GDB's remote protocol for the architecture of the first argument, which knows no more than a connection asks first,
and can only stop all threads. With the second argument `reverse` its program goes back, too, through instructions that
do nothing, to where they are recorded from. It serves one connection after the other or, with the argument `once`, one."""

import re
import socket
import sys

TARGET = (
    b'<?xml version="1.0"?><!DOCTYPE target SYSTEM "gdb-target.dtd">'
    b"<target><architecture>%s</architecture></target>" % sys.argv[1].encode()
)
GENERAL_REGISTERS = 164  # bytes of those of x86-64
PC = 16 * 8  # where among them
NOP = b"90"
BEGINNING = 0x1000

reverses = "reverse" in sys.argv
pc = BEGINNING + 16


def answer(packet):
    if packet.startswith(b"qSupported"):
        return b"PacketSize=4000;qXfer:features:read+" + b";ReverseStep+;ReverseContinue+" * reverses
    if packet.startswith(b"qXfer:features:read:target.xml"):
        return b"l" + TARGET
    if reverses and packet[:1] in (b"b", b"g", b"m"):
        return moved(packet) if packet.startswith(b"b") else read(packet)
    known = {b"?": b"S05", b"g": b"00" * GENERAL_REGISTERS, b"D": b"OK"}
    return known.get(packet, b"E01" if packet.startswith(b"m") else b"")


def moved(packet):
    """The answer when an instruction was gone back, or all of them."""
    global pc
    pc = pc - 1 if packet == b"bs" else BEGINNING
    return b"T05replaylog:begin;" if pc <= BEGINNING else b"S05"


def read(packet):
    if packet.startswith(b"m"):
        return NOP * int(packet.split(b",")[1], 16)
    registers = bytearray(GENERAL_REGISTERS)
    registers[PC : PC + 8] = pc.to_bytes(8, "little")
    return registers.hex().encode()


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
waiting = True
while waiting:
    with server.accept()[0] as connection:
        try:
            serve(connection)
        except ConnectionError:
            pass
    waiting = "once" not in sys.argv
