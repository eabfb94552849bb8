"""Which function an address of code belongs to, by debug information or by the file's symbols."""

import gdb

from ..later import re
from ..objects.locations import function_block, is_in
from ..said import said

SYMBOL = re.compile(r"(.+?)(?: \+ (\d+))? in section ")


class Symbols:
    """Functions by the addresses of their code; remembers the block that was found last."""

    def __init__(self):
        self._block = self._found = None

    def name(self, address):
        """The name of the function that an address is in; None in none."""
        found = self._of(address)
        return found and found[0]

    def start(self, address):
        """The address at which the function begins that an address is in; None in none."""
        found = self._of(address)
        return found and found[1]

    def place(self, address):
        """The address as GDB writes it: "main+4", "main-9" in a part that lies before; "?" when it is in no function."""
        found = self._of(address)
        return "%s%+d" % (found[0], address - found[1]) if found else "?"

    def _of(self, address):
        """(name, start) of the function that an address is in, or None. The last function found is kept, as addresses come in rows."""
        if self._block is None or not is_in(self._block, address):
            self._block = function_block(address)
            if self._block is None:
                return _by_symbol(address)
            function = self._block.function
            self._found = function.print_name, int(function.value().address)
        return self._found


def _by_symbol(address):
    try:
        found = SYMBOL.match(said("info symbol %d" % address))
    except gdb.error:
        return None
    return found and (found.group(1), address - int(found.group(2) or 0))
