"""Compute with what is read of the program: arithmetic, comparisons and a few built-in functions of paths and literals.

GDB's Python computes, on values that it has read: nothing of the program runs. Objects are those of built-in types alone, as a class may
compute in its own way; numbers, texts and containers have limits, so that an expression is neither slow nor long.
"""

import operator

from ..errors import CorruptMemory, UserError
from . import paths, value_sizes, variables
from .built_ins import BuiltIns
from .plain_values import Held, PlainValues
from .writer import CUT, MAX_TEXT

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


class Reckoner:
    """Evaluates one expression, in the frame of an evaluate.Evaluator."""

    def __init__(self, evaluator, readers, expression):
        self._evaluator, self._readers, self._expression = evaluator, readers, expression
        self._values = PlainValues(readers, expression)
        self._built_ins = BuiltIns(readers, self._values, expression)
        self._plain, self._truth = self._values.plain, self._built_ins.truth

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
            raise value_sizes.refusal(self._expression)
        return found

    def _refusal(self):
        return paths.refusal(self._expression)

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
            raise value_sizes.refusal(self._expression)
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
        return OPERATORS[kind](self._compared_value(left), self._compared_value(right))

    def _are_one(self, left, right):
        if isinstance(left, Held) and isinstance(right, Held):
            return left.address == right.address
        left, right = (self._plain(each) if self._values.is_plain(each) else each for each in (left, right))
        if not any(each is None or isinstance(each, bool) for each in (left, right)):
            raise self._refusal()
        return left is right

    def _is_in(self, item, container):
        mapping = isinstance(container, Held) and self._readers.kind_of(container.address).mapping(container.address)
        if not mapping:
            return self._compared_value(item) in self._compared_value(container)
        key = self._plain(item)
        if not paths.is_key(key):
            raise self._refusal()
        return bool(self._evaluator.found_in(mapping, key))

    def visit_Call(self, node):
        name = getattr(node.func, "id", None)
        if name is None or node.keywords or not self._evaluator.is_built_in(name):
            raise self._refusal()
        return self._built_ins.call(name, [self._of(each) for each in node.args])

    def _compared_value(self, found):
        return self._values.plain(found, is_compared=True)
