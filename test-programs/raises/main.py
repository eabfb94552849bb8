"""Exceptions that are handled, or not, in the way that the argument names."""  # @docstring

import asyncio
import json
import sys
import threading


class Failure(Exception):
    """Handled or not."""


def fail(number):
    raise Failure("too many: %d" % number)  # @fail


def handle():
    try:
        fail(1)
    except Failure:
        pass
    finally:
        missing = hasattr(sys, "nothing")
    return missing


def find(key):
    try:
        return {}[key]  # @find
    except KeyError as error:
        raise Failure("no %s" % key) from error  # @unhandled


def parse():
    try:
        json.loads("{")  # @parse
    except ValueError:
        handle()


async def work():
    await asyncio.sleep(0)
    fail(2)


def main(way):
    handle()
    if way == "thread":
        thread = threading.Thread(target=fail, args=(3,))
        thread.start()
        thread.join()
    elif way == "task":
        asyncio.run(work())  # @task
    elif way == "exit":
        sys.exit(4)  # @exit
    elif way == "parse":
        parse()
    elif way == "elsewhere":
        import elsewhere

        elsewhere.ask(way)
    else:
        breakpoint()  # @breakpoint
        find(way)  # @behind


main(sys.argv[1])
