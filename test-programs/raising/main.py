"""C fails while an exception is being handled, and while another thread waits for the GIL."""

import threading

import raising

done = False


def want_the_gil():
    while not done:
        pass


rival = threading.Thread(target=want_the_gil, name="rival")
rival.start()
try:
    raise OSError(2, "absent") from ValueError("cause")
except OSError:
    try:
        raising.fail("key")
    except KeyError:
        pass
raising.succeed()
done = True
rival.join()
