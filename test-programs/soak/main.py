"""Three threads do the same rounds, across Python and C, until a file is there; what a round comes to is known before."""

import os
import sys
import threading

import soak

END = sys.argv[1]
wrong = []


def inner(item):
    half = item // 2  # @inner
    return soak.leaf([half] * 3) + half  # @leaf-call


def outer(item):
    answer = soak.call(inner, item)  # @outer
    answer += 1  # @after
    return answer


def numbers(limit):
    for number in range(limit):
        yield number  # @yield


def failing(number):
    if number % 2:
        raise ValueError(number)  # @raise
    return number


def caught(number):
    try:
        return soak.call(failing, number)  # @try
    except ValueError as error:
        return -error.args[0]  # @except


class Box:
    def __init__(self, content):
        self.content = content  # @init

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.content = None  # @exit

    @property
    def doubled(self):
        return self.content * 2  # @property


def weighed(grams):
    weight = soak.Weight(grams)  # @weight
    weight = weight + weight  # @add
    return weight.grams  # @grams


def boxed(number):
    with Box(number) as box:  # @with
        return box.doubled


def one_round(start):
    total = 0
    for number in numbers(4):  # @for
        total += outer(number + start)  # @outer-call
    total += sum(caught(number) for number in range(4))  # @sum
    total += sum([number * 2 for number in range(3)])
    total += boxed(start)
    total += weighed(start)  # @weigh
    soak.rest(1)  # @rest
    return total


def expected(start):
    rounds = 0
    for number in range(4):
        rounds += 6 + (number + start) // 2 + 1
    return rounds + (0 - 1 + 2 - 3) + 6 + start * 4


def work(start):
    while not os.path.exists(END):  # @work
        total = one_round(start)
        if total != expected(start):
            wrong.append((start, total))


ten = threading.Thread(target=work, args=(10,))
twenty = threading.Thread(target=work, args=(20,))
ten.start()
twenty.start()
work(30)  # @module
ten.join()
twenty.join()
print("wrong", wrong, flush=True)
sys.exit(7)
