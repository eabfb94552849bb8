"""Threads that stand to the GIL in every way there is; stops once while the main thread holds it,
and once while it runs without it and a thread in C holds on to it."""

import functools
import threading
import time

import probe

ready = threading.Semaphore(0)


def spin():
    ready.release()
    while True:
        pass


def acquire(lock):
    ready.release()
    lock.acquire()


lock = threading.Lock()
lock.acquire()
for name, target, argument in (
    ("spinning", spin, ()),
    ("locked out", acquire, (lock,)),
    ("blocked", probe.block, (ready.release,)),
):
    threading.Thread(target=target, args=argument, name=name, daemon=True).start()
probe.thread(functools.partial(probe.block, ready.release))
for _ in range(4):
    ready.acquire()
probe.native_thread()
time.sleep(0.3)
probe.checkpoint(None)
threading.Thread(target=probe.hold, name="holding", daemon=True).start()
probe.checkpoint_without_gil()
