"""What differs between processor architectures: registers, system calls, names of tables.

Architectures are told apart by GDB's names for them. Linux alone: asm/unistd.h, and glibc's
sysdeps/nptl for where a thread's descriptor lies.
"""

from collections import namedtuple


class Architecture(
    namedtuple(
        "Architecture",
        "name thread_pointer descriptor_size syscall argument futex stack_pointer callee_saved vector",
    )
):
    """Names of registers, as GDB has them, and numbers. ``name`` is the layout tables' word.

    ``thread_pointer`` lies ``descriptor_size`` above pthread_self(): nothing, or what glibc keeps
    in the variable of that name for libthread_db. In a system call ``syscall`` holds its number
    and ``argument`` its first argument; ``futex`` are the numbers of that call: its own, and that
    of restart_syscall, as which Linux continues one with a timeout that a stop has interrupted
    (kernel/signal.c, -ERESTART_RESTARTBLOCK). ``stack_pointer``: GDB knows it as "sp" too, but
    reads that in 8 us, and this in 2 (GDB 13). ``callee_saved``: the registers that a function
    keeps for its caller (System V ABI; AAPCS64). ``vector``: registers of two words, which GDB's
    group of that name leaves out where the processor has wider ones. A register is "" where it is
    not known.
    """


X86_64 = "i386:x86-64"
X86_64_SAVED = ("rbx", "rbp", "r12", "r13", "r14", "r15")
AARCH64_SAVED = tuple("x%d" % number for number in range(19, 29))
X86_64_VECTOR = tuple("xmm%d" % number for number in range(16))
UNKNOWN = Architecture("", "", "", "", "", (), "sp", (), ())
ARCHITECTURES = {
    X86_64: Architecture(
        "x86_64",
        "fs_base",
        "",
        "orig_rax",
        "rdi",
        (202, 219),
        "rsp",
        X86_64_SAVED,
        X86_64_VECTOR,
    ),
    "aarch64": Architecture(
        "aarch64",
        "tpidr",
        "_thread_db_sizeof_pthread",
        "x8",
        "x0",
        (98, 128),
        "sp",
        AARCH64_SAVED,
        (),
    ),
}


def of(located):
    """The Architecture of a gdb.Frame or gdb.Inferior; of an unknown one just the name."""
    name = located.architecture().name()
    return ARCHITECTURES.get(name) or UNKNOWN._replace(name=name)
