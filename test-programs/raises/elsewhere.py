"""Another module, which calls breakpoint() itself: in a thread, too."""

import threading


def stop(way):
    breakpoint()  # @asked
    return way  # @behind


def ask(way):
    stop(way)
    thread = threading.Thread(target=stop, args=("thread",))
    thread.start()
    thread.join()
