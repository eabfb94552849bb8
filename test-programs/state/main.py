"""State of Python that lines of Python and of C change."""

import state


class Order:
    def __init__(self, number):
        self.number = number


def work(items, order):
    items[0] = "python"  # @set
    state.put(items, order)  # @call
    order.number += 1  # @attribute
    return len(items)  # @end


print("items", work([1, 2], Order(7)), flush=True)  # @module
