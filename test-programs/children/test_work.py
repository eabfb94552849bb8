"""A test that pytest-xdist runs in a process of its own."""

import children


def test_work():
    assert children.work(3) == 13  # @test
