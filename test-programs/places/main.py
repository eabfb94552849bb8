"""Values that are defined, or stand, in a known place."""

import places


def same(function):
    return function


@same
@same
def decorated():  # @decorated
    return 1


class Shape:  # @class
    """Its documentation stands before its first method."""

    sides = 4

    def area(self):  # @method
        return self.sides


def steps():
    yield 1  # @yield


def main():
    number = 5
    bound = Shape().area
    paused = steps()
    next(paused)
    built_in, c_method = places.grow, vars(places.Grower)["grow"]
    places.look(decorated)
    return number, bound, built_in, c_method


main()
