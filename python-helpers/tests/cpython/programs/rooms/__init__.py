"""The rooms of the zoo: one object of every sort, by kinds. ``exact`` ones have a repr() that can be known from
memory alone; ``opened`` ones are looked into."""

from . import callables, classes, containers, enums, exceptions, foreign, iterators, keeping, library, numbers
from . import standing, synchronizing, system, tasks

EXACT = (
    numbers.numbers,
    numbers.texts,
    containers.containers,
    containers.library_containers,
    classes.dataclass_instances,
    enums.enum_members,
    callables.callables,
    callables.c_callables,
    exceptions.exceptions,
    library.times,
    library.library_numbers,
    library.for_programs,
    library.paths,
    iterators.iterators,
    system.system,
    system.weak,
    synchronizing.synchronizing,
    standing.standing,
    tasks.tasks,
)
OPENED = (
    classes.instances,
    foreign.made_in_c,
    foreign.c_values,
    system.detached_files,
    keeping.memory_files,
    keeping.contexts,
    keeping.thread_locals,
)


def animals(rooms):
    """{name: object} of rooms."""
    found = {}
    for room in rooms:
        found.update(room())
    return found
