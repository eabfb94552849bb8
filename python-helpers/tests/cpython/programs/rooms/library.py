"""Numbers, dates and paths of the library."""

import argparse
import datetime
import decimal
import fractions
import logging
import math
import os
import pathlib
import subprocess
import sys
import time
import uuid


class MyDate(datetime.date):
    pass


class MyFraction(fractions.Fraction):
    pass


def times():
    zone = datetime.timezone(datetime.timedelta(hours=-5, minutes=-30), "own")
    return {
        "date": datetime.date(2024, 2, 29),
        "my_date": MyDate(1, 1, 1),
        "clock": datetime.time(1, 2),
        "exact_clock": datetime.time(1, 2, 0, 5, tzinfo=datetime.timezone.utc, fold=1),
        "seconds": datetime.time(23, 59, 59),
        "midnight": datetime.datetime(2020, 1, 1),
        "moment": datetime.datetime(2020, 12, 31, 23, 59, 58, 999999, tzinfo=zone),
        "duration": datetime.timedelta(days=-1, microseconds=7),
        "no_duration": datetime.timedelta(0),
        "utc": datetime.timezone.utc,
        "zone": zone,
        "nameless_zone": datetime.timezone(datetime.timedelta(seconds=3600)),
        "struct_time": time.gmtime(0),
        "stat": os.stat_result(range(10, 29)),
        "version_info": sys.version_info,
        "flags": sys.flags,
    }


def library_numbers():
    return {
        "decimal": decimal.Decimal("-1.50"),
        "big_decimal": decimal.Decimal(7) ** 150,
        "small_decimal": decimal.Decimal("1E-99"),
        "whole_decimal": decimal.Decimal("12E+5"),
        "no_decimal": decimal.Decimal("NaN"),
        "signaling": decimal.Decimal("sNaN12"),
        "infinite_decimal": decimal.Decimal("-Infinity"),
        "zero_decimal": decimal.Decimal("0.000"),
        "fraction": fractions.Fraction(-2, 6),
        "my_fraction": MyFraction(1, 2),
        "uuid_": uuid.UUID(int=0x1234),
        "negative_zero": complex(-0.0, -0.0),
        "nan_complex": complex(math.nan, math.inf),
    }


def for_programs():
    return {
        "completed": subprocess.CompletedProcess(["a", "b"], 1, stderr=b"x"),
        "completed_quietly": subprocess.CompletedProcess("a", 0),
        "arguments": argparse.Namespace(names=["a"], verbose=True),
        "no_arguments": argparse.Namespace(),
        "logger_below": logging.getLogger("zoo.below"),
        "logger_root": logging.getLogger(),
        "logger_of_its_own": leveled("zoo.own", logging.DEBUG),
        "logger_of_a_level": leveled("zoo.other", 15),
    }


def leveled(name, level):
    found = logging.getLogger(name)
    found.setLevel(level)
    return found


def paths():
    return {
        "path": pathlib.Path("/usr/./lib//x"),
        "relative_path": pathlib.PurePosixPath("a", "b/c"),
        "here": pathlib.PurePosixPath(),
        "asked_path": asked_path(),
        "double_slash": pathlib.PurePosixPath("//a/b"),
        "windows_path": pathlib.PureWindowsPath("C:/x", "y\\z"),
        "no_windows_path": pathlib.PureWindowsPath(),
        "asked_windows_path": asked_path(pathlib.PureWindowsPath),
    }


def asked_path(kind=pathlib.PurePosixPath):
    found = kind("/asked", "for")
    str(found)
    return found
