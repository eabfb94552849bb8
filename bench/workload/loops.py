"""Pure Python that measures its own processor time: seconds of calls, and of a loop, each the best of three."""

import time

CALLS, ROUNDS = 21, 200000


def elsewhere():
    return 1  # @elsewhere


def fibonacci(n):
    if n < 0:
        return 0  # @in-calls
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def loop(count):
    total = 0
    for number in range(count):
        total += number  # @condition
        if number < 0:
            total = 0  # @in-loop
    return total


def seconds(function, argument):
    start = time.process_time()
    function(argument)
    return time.process_time() - start


print("seconds", *(min(seconds(*each) for _ in range(3)) for each in ((fibonacci, CALLS), (loop, ROUNDS))), flush=True)
