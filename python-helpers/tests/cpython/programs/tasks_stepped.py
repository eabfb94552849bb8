"""Coroutines that await one another and raise, and asynchronous generators and iterators, to be stepped through."""

import asyncio
import sys


class Numbers:
    def __init__(self):
        self.left = 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration  # @none-left
        self.left -= 1
        return self.left


async def inner():
    await asyncio.sleep(0)  # @inner
    await asyncio.sleep(0)  # @inner-again
    return 5  # @inner-end


async def fails():
    await asyncio.sleep(0)  # @fails
    raise KeyError("as it must")  # @raise


async def generated():
    yield 1  # @first
    await asyncio.sleep(0)  # @between
    yield 2  # @second


async def main(seen):
    seen.append(await inner())  # @awaits
    async for number in Numbers():  # @numbers
        seen.append(number)  # @body
    async for number in generated():  # @generated
        seen.append(number)  # @number
    try:
        await fails()  # @tries
    except KeyError:  # @except
        seen.append("caught")  # @caught
    seen.append(await asyncio.gather(inner(), inner()))  # @gathered
    return seen  # @end


seen = asyncio.run(main([]))
with open(sys.argv[1], "w") as file:
    file.write(repr(seen))
