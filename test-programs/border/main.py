"""Lines of Python that call C, which calls lines of Python."""

import border


def inner(items):
    size = len(items)  # @inner
    return border.leaf(items) + size  # @leaf-call


def outer(items):
    answer = border.call(inner, items)  # @outer
    answer += 1  # @after
    return answer  # @outer-end


print("answer", outer([1, 2, 3]), flush=True)  # @module
print("done", flush=True)  # @done
