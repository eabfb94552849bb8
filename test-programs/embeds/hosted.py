"""What the C program runs: it counts, and calls the C program back."""

import host


def count(number):
    total = number + 1  # @count
    return host.doubled(total)  # @back


def work(rounds):
    for number in range(rounds):
        if host.is_told_to_end():
            return number  # @told
        number = count(number)  # @work
    return rounds
