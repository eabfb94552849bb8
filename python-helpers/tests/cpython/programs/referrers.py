"""One object that is referred to in every way."""

import collections
import threading

import probe


class Target:
    kept = None


class Slotted:
    __slots__ = ("slot",)


class Plain:
    pass


def suspended(awaited):
    yield 1


def closure(free):
    return lambda: free


def waiting(thread_local, ready, done):
    ready.set()
    done.wait()


def main():
    target = Target()
    in_list = [None] * 3 + [target]
    large = [None] * 2200000 + [target]
    in_tuple = ([], target)
    in_dict = {"key": target, ("as", "key"): [], target: 1}
    in_set = {target}
    in_deque = collections.deque(range(100))
    in_deque.append(target)
    slotted, plain, materialised = Slotted(), Plain(), Plain()
    slotted.slot = plain.attribute = materialised.other = target
    vars(materialised)["more"] = 1
    generator = suspended(target)
    next(generator)
    Target.kept = target
    free = closure(target)
    bound = probe.checkpoint, target.__init__
    ready, done = threading.Event(), threading.Event()
    thread = threading.Thread(target=waiting, args=(target, ready, done), name="waiting")
    thread.start()
    ready.wait()
    probe.checkpoint(None)
    done.set()
    return in_list, large, in_tuple, in_dict, in_set, generator, free, bound


main()
