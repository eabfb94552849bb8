"""Its children run lines that it has run, too; each argument names the way in which the next one is made."""

import multiprocessing  # @first
import os
import subprocess
import sys
import threading

import kin


def work(number):
    made = kin.work(number)  # @work
    return made  # @worked


def run(number):
    raise SystemExit(work(number))


def multiprocess(way, number):
    child = multiprocessing.get_context(way).Process(target=run, args=(number,))
    child.start()
    child.join()
    return child.exitcode


def fork(way, number):
    child = os.fork()
    if not child:
        os._exit(work(number))  # @forked
    return os.WEXITSTATUS(os.waitpid(child, 0)[1])


def fork_in_thread(way, number):
    codes = []
    thread = threading.Thread(target=lambda: codes.append(fork(way, number)))
    thread.start()
    thread.join()
    return codes[0]


def execute(way, number):
    return subprocess.run([sys.executable, __file__, "again", str(number)]).returncode


def replace(way, number):
    os.execv(sys.executable, [sys.executable, __file__, "again", str(number)])


def main():
    ways = dict.fromkeys(("fork", "spawn", "forkserver"), multiprocess)
    ways.update({"os.fork": fork, "in a thread": fork_in_thread, "subprocess": execute, "os.exec": replace})
    for number, way in enumerate(sys.argv[1:], 1):
        print(way, ways[way](way, number), flush=True)


if __name__ == "__main__":
    if "again" in sys.argv:
        run(int(sys.argv[-1]))
    work(0)
    main()
