"""Threads that call functions, generators and what raises; each has a known result."""

import sys
import threading


def half(n):
    return n // 2  # @half


def steps(n):
    while n > 1:
        n = half(n) if n % 2 == 0 else 3 * n + 1  # @steps
        yield n


def counted(n):
    count = 0
    for _ in steps(n):
        count += 1  # @count
    return count


def guarded(n):
    try:
        return 1 // (n % 3)
    except ZeroDivisionError:
        return 7  # @guard


def work(number, results):
    total = 0
    for n in range(1, 40):
        total += counted(n) + guarded(n)  # @work
    results[number] = total


results = {}
threads = [threading.Thread(target=work, args=(number, results)) for number in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit(0 if set(results.values()) == {805} else 1)
