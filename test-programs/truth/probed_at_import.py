"""Stops in C while the import machinery is on the stack."""

from recorder import record
from truth import probe

VALUE = probe(record)
