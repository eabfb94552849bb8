"""What the kernel says of a process."""
import os

TICK = os.sysconf("SC_CLK_TCK")


def rss_mib(pid):
    """Resident memory now, in MiB."""
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


def cpu_ms(pid):
    """Processor time of all threads so far, in ms."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICK
