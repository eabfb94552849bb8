"""A C function dies while its exception is pending."""

import sys

import failing


def weigh(way):
    return failing.now(way)  # @weigh


weigh(sys.argv[1])
