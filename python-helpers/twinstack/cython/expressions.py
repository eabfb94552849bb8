"""Expressions in a function of Cython's, with the names of the .pyx: those of Python objects as in Python, read without a call; all others as in C."""

import gdb

from .. import session
from ..errors import CorruptMemory, NoPython, UserError
from ..later import ast, re
from ..native import c_views, memory_views, printers, python_pointers
from ..native.members import Child
from ..native.values import readable
from ..objects import reckoning, variables
from ..objects.evaluate import Evaluator
from ..objects.kinds import KINDS
from ..objects.kinds.base import Number, Rows, Value
from ..objects.nearest import nearest
from ..objects.paths import Attribute, Index, NoPath, parse, tree
from . import modules
from .names import VARIABLE, is_function, of_comprehension, scopes

WORD = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\.|->|::)\s*\w+|\$\w+|\d[\w.]*)|([A-Za-z_]\w*)""")
WHOLE = (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_CHAR, gdb.TYPE_CODE_BOOL, gdb.TYPE_CODE_ENUM)


def in_c(expression):
    """The expression with C's names in the place of those of the .pyx, where the selected frame is of such a function."""
    try:
        frame = gdb.selected_frame()
        if not is_function(frame):
            return expression
        return WORD.sub(lambda found: found.group(1) or named(frame, found.group(2)) or found.group(2), expression)
    except (gdb.error, RuntimeError):  # there is no frame, or no debug information
        return expression


def named(frame, name):
    """The expression in C of a variable of the .pyx; None where there is none of that name."""
    inner, wanted = of_comprehension(frame, name), VARIABLE + name
    if inner is not None:
        return inner
    for scope, value in scopes(frame):
        if wanted in value.type.target().keys():
            return "%s->%s" % (scope, wanted)
    is_local = gdb.lookup_symbol(wanted, frame.block())[0] is not None
    return wanted if is_local else modules.variable(frame, name)


def of_python(expression, debuggee=session.debuggee):
    """The Evaluator for an expression in the selected frame that is about Python objects; None where it is one of C."""
    try:
        frame = gdb.selected_frame()
        if not is_function(frame):
            return None
        evaluator = CythonEvaluator(debuggee(), frame)
        names = {each.id for each in ast.walk(tree(expression)) if isinstance(each, ast.Name)}
        return evaluator if any(map(evaluator.is_object, names)) else None
    except (UserError, NoPython, gdb.error, RuntimeError):  # it is no Python, or nothing is known of the frame
        return None


class Held(Value):
    """A value of C that is no number, such as a struct."""

    __slots__ = ("value",)

    def __init__(self, value, rows=None):
        super().__init__("a value in C", str(value.type), rows)
        self.value = value


class CythonEvaluator(Evaluator):
    """Evaluates expressions whose names are variables of C, or of the module."""

    def __init__(self, debuggee, frame):
        super().__init__(debuggee.runtime.readers, None, frame)
        self._structs = debuggee.c_structs
        self._module = modules.names(frame)

    def variable(self, expression):
        """As Evaluator.variable; what ends in a value of C is a VARIABLE of C."""
        try:
            name, steps = parse(expression)
            found = self._object(name, steps)[0]
        except NoPath:
            return reckoning.Reckoner(self, self._readers, expression).variable()
        own = None if steps else named(self._frame, name)
        if own is not None:
            return readable(Child(expression, gdb.parse_and_eval(own), expression))
        if isinstance(found, (Held, Number)):
            return readable(Child(expression, found.value, expression))
        return variables.variable(self._readers, expression, found, expression)

    def text(self, expression):
        """The value alone, also inside a breakpoint's stop(), where GDB says that the threads run."""
        try:
            found = self._object(*parse(expression))[0]
        except NoPath:
            return reckoning.Reckoner(self, self._readers, expression).variable()["value"]
        if isinstance(found, Held):
            return printers.value_text(found.value)
        return variables.variable(self._readers, expression, found)["value"]

    def is_true(self, expression):
        """Whether it holds; raises as Reckoner.is_true."""
        return reckoning.Reckoner(self, self._readers, expression).is_true()

    def named(self, name):
        found = self.found(name)
        if found is None:
            raise UserError("There is no name '%s' in %s%s." % (name, self._frame.name(), nearest(name, self.names())))
        return found

    def found(self, name):
        """Address of the object, or the Value, that a name stands for; None where it stands for none."""
        own = named(self._frame, name)
        if own is not None:
            return self._of_c(gdb.parse_and_eval(own), name)
        return self._module and self._readers.dicts.find(self._module, name) or None

    def is_object(self, name):
        """Whether a name stands for an object of Python or a typed memoryview, or for one that is not there yet or cannot be read."""
        try:
            found = self.found(name)
            return isinstance(found, int) or isinstance(found, Held) and found.rows is not None
        except (UserError, CorruptMemory):
            return True

    def is_built_in(self, name):
        return self.found(name) is None

    def names(self):
        items = self._readers.dicts.items(self._module, 0, 1000) if self._module else []
        return {self._readers.attributes.name(key) for key, _ in items}

    def _of_c(self, value, path):
        """Address of the object that a gdb.Value is or points to; any other as a Value."""
        kind = value.type.strip_typedefs()
        address = python_pointers.address_in(value, kind)
        if address == 0:
            raise UserError("'%s' is NULL: it has no value yet." % path)
        if address:
            return address
        if kind.code in WHOLE:
            return Number(value, int(value))
        if kind.code == gdb.TYPE_CODE_FLT:
            return Number(value, float(value))
        elements = memory_views.elements_of(value)
        return Held(value, elements and self._rows(elements, path))

    def _rows(self, elements, path):
        """Those of a typed memoryview."""
        def page(start, count):
            return [(each.name, self._of_c(each.value, path + each.name)) for each in elements.page(start, count)]

        return Rows("indexed", elements.count, page, elements.dimensions)

    def _attribute(self, address, name, path):
        """As Evaluator._attribute; attributes of a cdef class are members of its struct."""
        type_object = self._readers.types.of(address)
        struct = self._structs.of(type_object) if type_object.name not in KINDS else None
        if struct is not None:
            whole = gdb.Value(address).cast(struct.pointer()).dereference()
            for child in c_views.extension_fields(whole):
                if child.name == name and isinstance(child.value, gdb.Value):
                    return self._of_c(child.value, "%s.%s" % (path, name))
        return super()._attribute(address, name, path)

    def _within(self, value, step, path):
        try:
            if isinstance(value, Held) and isinstance(step, Attribute):
                return self._of_c(value.value[step.name], path + str(step))
            if isinstance(value, Held) and not value.rows and isinstance(step, Index) and isinstance(step.key, int):
                return self._of_c(value.value[step.key], path + str(step))
        except gdb.error as error:
            raise UserError("'%s' cannot be read: %s." % (path + str(step), error)) from None
        return super()._within(value, step, path)
