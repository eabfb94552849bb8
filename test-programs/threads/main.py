"""Two named Python threads and one that C made, all waiting in C when the main thread stops."""

import threading

import threads


def wait_here(number):
    threads.wait()  # @waiting


workers = [threading.Thread(target=wait_here, args=(n,), name=f"worker-{n}") for n in (1, 2)]
for worker in workers:
    worker.start()
threads.start_native()
threads.meet(3)  # @meet
for worker in workers:
    worker.join()
threads.join_native()
print("all joined", flush=True)
