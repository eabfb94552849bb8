"""Tasks and a callback that begin while a coroutine awaits: some of its own making, some not."""

import asyncio
import sys


async def other():
    await asyncio.sleep(0)  # @other


def called():
    return None  # @called


async def leaf(number):
    return number  # @leaf


async def main():
    waiting = asyncio.ensure_future(other())
    asyncio.get_running_loop().call_soon(called)
    slept = await asyncio.sleep(0, 1)  # @sleeps
    gathered = await asyncio.gather(leaf(2), leaf(3))  # @gathers
    task = asyncio.ensure_future(leaf(4))  # @makes
    awaited = await task  # @awaits
    limited = await asyncio.wait_for(leaf(5), 60)  # @limited
    await waiting
    return [slept, gathered, awaited, limited]  # @end


with open(sys.argv[1], "w") as file:
    file.write(repr(asyncio.run(main())))
