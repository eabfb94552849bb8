"""What a report of a crash tells beyond threads, stacks and variables: the signal, the memory at its address, locks, likely causes.

``crash_facts`` gathers it part by part, ``crash_sites`` is the place at which the program died, ``causes`` has the rules.
"""
