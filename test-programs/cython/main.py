"""Adds numbers in a module of Cython."""
import adding


def main():
    print("sum", adding.add_all([1, 2, 3]), flush=True)  # @call


main()  # @module
