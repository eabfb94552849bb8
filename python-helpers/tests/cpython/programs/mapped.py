"""A file is mapped whose name is not of UTF-8: caf\\xe9 in the working directory."""

import mmap

import probe

with open(b"caf\xe9", "w+b") as file:
    file.write(bytes(mmap.PAGESIZE))
    file.flush()
    content = mmap.mmap(file.fileno(), 0)
probe.checkpoint(content)  # @checkpoint
