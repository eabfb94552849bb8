"""Compute with what is read of the program: arithmetic, comparisons and a few built-in functions of paths and literals.

GDB's Python computes, on values that it has read: nothing of the program runs. Objects are those of built-in types alone, as a class may
compute in its own way; numbers, texts and containers have limits, so that an expression is neither slow nor long.
"""

import collections
import operator

from ..errors import CorruptMemory, ForConsole, UserError
from . import paths, value_sizes, variables
from .kinds.base import Number, Value
from .writer import CUT, MAX_TEXT

MAX_ITEMS = 1000  # of a container that is read whole
MAX_OBJECTS = 10000  # that are read for one expression
MAX_DEPTH = 5  # of containers in containers
SCALARS = {"int": int, "bool": bool, "float": float, "str": str, "bytes": bytes}
CONTAINERS = {"tuple": tuple, "list": list, "set": set, "frozenset": frozenset}
OPERATORS = {
    "Add": operator.add,
    "Sub": operator.sub,
    "Mult": operator.mul,
    "Div": operator.truediv,
    "FloorDiv": operator.floordiv,
    "Mod": operator.mod,
    "Pow": operator.pow,
    "LShift": operator.lshift,
    "RShift": operator.rshift,
    "BitAnd": operator.and_,
    "BitOr": operator.or_,
    "BitXor": operator.xor,
    "Invert": operator.invert,
    "UAdd": operator.pos,
    "USub": operator.neg,
    "Eq": operator.eq,
    "NotEq": operator.ne,
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
}
LENGTHS = ("str", "bytes", "bytearray", "tuple", "list", "dict", "set", "frozenset", "collections.deque")
FUNCTIONS = {"abs": abs, "min": min, "max": max, "sum": sum, "bool": bool, "sorted": sorted, "any": any, "all": all}

Held = collections.namedtuple("Held", "address path")  # what is in the program's memory, and how it is reached


class Reckoner:
    """Evaluates one expression, in the frame of an evaluate.Evaluator."""

    def __init__(self, evaluator, readers, expression):
        self._evaluator, self._readers, self._expression = evaluator, readers, expression
        self._left = MAX_OBJECTS

    def variable(self):
        """Its VARIABLE. Raises UserError where code of the program would have to run, and for what Python would raise."""
        return self._reckoned(self._shown)

    def is_true(self):
        """Whether the expression holds, as ``if`` would decide. Raises as ``variable``."""
        return self._reckoned(lambda node: self._truth(self._of(node)))

    def _reckoned(self, work):
        node = paths.tree(self._expression)
        try:
            return work(node)
        except (ArithmeticError, TypeError, ValueError, LookupError) as error:
            raise UserError("%s: %s" % (type(error).__name__, error))
        except (RecursionError, MemoryError):
            raise paths.too_deep(self._expression)
        except CorruptMemory as error:
            raise UserError("'%s' cannot be read: %s." % (self._expression, error))

    def _shown(self, node):
        found = self._of(node)
        is_held = isinstance(found, Held)
        return variables.variable(self._readers, self._expression, found.address, self._expression) if is_held else self._computed(found)

    def _computed(self, value):
        text = repr(value)
        text = text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + CUT
        return {"name": self._expression, "value": text, "type": type(value).__name__, "access": self._expression, "attributes": ["readOnly"]}

    def _of(self, node):
        """A Held, or what was computed; as ast.NodeVisitor."""
        visit = getattr(self, "visit_" + type(node).__name__, None)
        if visit is None:
            raise self._refusal()
        found = visit(node)
        if not isinstance(found, Held) and value_sizes.is_much(found):
            raise self._too_much()
        return found

    def _refusal(self):
        return paths.refusal(self._expression)

    def _too_much(self):
        return ForConsole("'%s' takes too much to be computed at each stop" % self._expression, "; type it in the debug console")

    def visit_Constant(self, node):
        return paths.literal(node, self._expression)

    visit_Num = visit_Str = visit_Bytes = visit_NameConstant = visit_Constant  # before Python 3.8

    def visit_Name(self, node):
        return Held(self._evaluator.named(node.id), node.id)

    def visit_Attribute(self, node):
        return self._step(node, paths.Attribute(node.attr))

    def visit_Subscript(self, node):
        inner = node.slice.value if type(node.slice).__name__ == "Index" else node.slice
        key = self._plain(self._of(inner))
        if not paths.is_key(key):
            raise self._refusal()
        return self._step(node, paths.Index(key))

    def _step(self, node, step):
        held = self._of(node.value)
        if not isinstance(held, Held):
            raise self._refusal()
        return Held(self._evaluator.followed(held.address, step, held.path), held.path + str(step))

    def visit_Tuple(self, node):
        return tuple(self._plain(self._of(each)) for each in node.elts)

    def visit_List(self, node):
        return list(self.visit_Tuple(node))

    def visit_Set(self, node):
        return set(self.visit_Tuple(node))

    def visit_BinOp(self, node):
        left, right = self._plain(self._of(node.left)), self._plain(self._of(node.right))
        kind = type(node.op).__name__
        if kind not in OPERATORS:
            raise self._refusal()
        if value_sizes.is_too_much(kind, left, right):
            raise self._too_much()
        return OPERATORS[kind](left, right)

    def visit_UnaryOp(self, node):
        found = self._of(node.operand)
        kind = type(node.op).__name__
        return not self._truth(found) if kind == "Not" else OPERATORS[kind](self._plain(found))

    def visit_BoolOp(self, node):
        is_or = type(node.op).__name__ == "Or"
        for each in node.values:
            found = self._of(each)
            if self._truth(found) == is_or:
                break
        return found

    def visit_IfExp(self, node):
        return self._of(node.body if self._truth(self._of(node.test)) else node.orelse)

    def visit_Compare(self, node):
        left = self._of(node.left)
        for kind, right in zip(node.ops, node.comparators):
            right = self._of(right)
            if not self._compared(type(kind).__name__, left, right):
                return False
            left = right
        return True

    def _compared(self, kind, left, right):
        if kind in ("Is", "IsNot"):
            return self._are_one(left, right) == (kind == "Is")
        if kind in ("In", "NotIn"):
            return self._is_in(left, right) == (kind == "In")
        return OPERATORS[kind](self._plain(left), self._plain(right))

    def _are_one(self, left, right):
        if isinstance(left, Held) and isinstance(right, Held):
            return left.address == right.address
        left, right = (self._plain(each) if self._is_plain(each) else each for each in (left, right))
        if not any(each is None or isinstance(each, bool) for each in (left, right)):
            raise self._refusal()
        return left is right

    def _is_in(self, item, container):
        mapping = isinstance(container, Held) and self._kind(container).mapping(container.address)
        if not mapping:
            return self._plain(item) in self._plain(container)
        key = self._plain(item)
        if not paths.is_key(key):
            raise self._refusal()
        return bool(self._evaluator.found_in(mapping, key))

    def visit_Call(self, node):
        name = getattr(node.func, "id", None)
        if name is None or node.keywords or not self._evaluator.is_built_in(name):
            raise self._refusal()
        arguments = [self._of(each) for each in node.args]
        if name == "len" and len(arguments) == 1:
            return self._length(arguments[0])
        if name == "type" and len(arguments) == 1 and self._is_object(arguments[0]):
            return Held(self._readers.types.of(arguments[0].address).address, self._expression)
        if name == "isinstance" and len(arguments) == 2:
            return self._is_instance(*arguments)
        if name not in FUNCTIONS or name == "sum" and len(arguments) > 1:
            raise self._refusal()
        return FUNCTIONS[name](*map(self._plain, arguments))

    def _is_instance(self, found, kinds):
        """Where the class decides, and neither it nor the object does so by code."""
        if not self._is_object(found) or not self._is_object(kinds):
            raise self._refusal()
        of_class, of_object = (self._readers.types.of(each.address) for each in (kinds, found))
        own = self._readers.attributes.in_class(of_object, "__class__")
        if of_class.is_heap or of_class.name != "type" or self._readers.types.of(own).name != "getset_descriptor":
            raise self._refusal()
        return any(each.address == kinds.address for each in self._readers.types.mro(of_object))

    def _length(self, found):
        """Of built-in types, and classes that have it from them."""
        if not self._is_object(found):
            return len(self._plain(found))
        type_object = self._readers.types.of(found.address)
        bases = (each for each in self._readers.types.mro(type_object) if each.name in LENGTHS and not is_of_python(each))
        base = next(bases, None)
        if base is None or self._method(type_object, "__len__") != self._method(base, "__len__"):
            raise self._refusal()
        kind = self._kind(found)
        return kind.characters(found.address) if hasattr(kind, "characters") else kind.length(found.address)

    def _method(self, type_object, name):
        return self._readers.attributes.in_class(type_object, name)

    def _truth(self, found):
        if not isinstance(found, Held) or self._is_plain(found):
            return bool(self._plain(found))
        if self._is_object(found) and self._method(self._readers.types.of(found.address), "__bool__"):
            raise self._refusal()
        return self._length(found) > 0

    def _kind(self, held):
        return self._readers.kind_of(held.address)

    @staticmethod
    def _is_object(found):
        return isinstance(found, Held) and not isinstance(found.address, Value)

    def _is_plain(self, found):
        """Whether it is of a built-in type whose values are computed with."""
        if not isinstance(found, Held) or isinstance(found.address, Number):
            return True
        return self._is_object(found) and self._type(found.address) is not None

    def _type(self, address):
        """The name of such a type, or None."""
        found = self._readers.types.of(address)
        is_exact = not found.is_heap and found.name == found.builtin
        known = is_exact and (found.builtin in SCALARS or found.builtin in CONTAINERS)
        return found.builtin if known else "NoneType" if found.name == "NoneType" else None

    def _plain(self, found):
        return self._read(found.address, 0) if isinstance(found, Held) else found

    def _read(self, address, depth):
        """The value of an object in the program. Raises UserError where it is none of those, or too much."""
        if isinstance(address, Number):
            return address.number
        name = None if isinstance(address, Value) or depth > MAX_DEPTH else self._type(address)
        if name is None:
            raise self._refusal()
        self._left -= 1
        if self._left < 0:
            raise self._too_much()
        return self._container(address, name, depth) if name in CONTAINERS else self._scalar(address, name)

    def _scalar(self, address, name):
        kind = self._readers.kind(name)
        if name == "NoneType":
            return None
        if name in ("int", "bool"):
            return SCALARS[name](self._readers.ints.value(address))
        if name == "float":
            return kind.value(address)
        if kind.characters(address) > value_sizes.MAX_TEXT:
            raise self._too_much()
        return kind.part(address, 0, kind.characters(address))

    def _container(self, address, name, depth):
        kind = self._readers.kind(name)
        count = kind.length(address)
        if count > MAX_ITEMS:
            raise self._too_much()
        return CONTAINERS[name](self._read(each.address, depth + 1) for each in kind.items(address, 0, count))


def is_of_python(type_object):
    """Whether a class statement has made it: then its name has no module before it."""
    return type_object.is_heap and "." not in type_object.name
