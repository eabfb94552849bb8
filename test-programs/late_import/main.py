"""Imports its extension late, and calls it twice."""


def load():
    import late

    return late


print("before the import", flush=True)
late = load()
print(late.work(1) + late.work(2), flush=True)  # @module
