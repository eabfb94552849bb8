"""Tests whose assertions pytest rewrites; one fails."""

import pytest


def price(number):
    return 3 * number


@pytest.fixture
def number():
    yield 2  # @fixture


def test_right(number):
    found = price(number)  # @right
    assert found == 6  # @assert
    assert found != 7  # @again


def test_wrong():
    assert price(1) == 4  # @wrong
