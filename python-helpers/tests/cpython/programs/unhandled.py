"""Stops at its own breakpoint(), and ends with an exception that nothing handles."""


class Failure(Exception):
    pass


def fail(key):
    try:
        return {}[key]
    except KeyError as error:
        raise Failure("no %s" % key) from error  # @raise


breakpoint()  # @breakpoint
fail("way")
