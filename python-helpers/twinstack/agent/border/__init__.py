"""Where Python and the user's C code meet.

``c_code`` tells the user's C functions from CPython's and the system's, ``entries`` finds those that Python may enter, behind what Cython and pybind11
put before them. ``crossings`` stops a step at the border, and ``guards`` says where no code of Python's may be run.
"""
