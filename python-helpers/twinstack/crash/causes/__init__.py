"""Likely causes of a crash: a module for each rule, which shows its evidence, and is silent when unsure.

Each has a name, ``RULE``, and ``found(site)``, which returns the Cause at a crash_sites.CrashSite, or None. Rules read memory only. Of those that find one the first
is told: what others see may be a consequence.
"""

from . import api_not_imported, broken_result, freed_object, heap_corruption, no_gil, no_object, null_function, null_object, stack_overflow

RULES = (heap_corruption, stack_overflow, no_gil, freed_object, api_not_imported, null_function, no_object, null_object, broken_result)
