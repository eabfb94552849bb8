"""C releases the GIL and takes it back, while another Python thread uses it all the time."""

import threading

import gil

done = False


def greedy():
    count = 0
    while not done:
        count += 1


rival = threading.Thread(target=greedy, name="greedy")
rival.start()
total = 0
for round in range(3):
    total += gil.work(round)  # @call
done = True
rival.join()
print("total", total, flush=True)
