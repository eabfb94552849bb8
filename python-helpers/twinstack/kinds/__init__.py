"""How each built-in kind of object is shown; the table of them.

An object's kind is the built-in type whose memory layout it has (TypeObject.builtin): a class
derived from dict is shown as a dict with attributes.
"""

from . import callables, containers, exceptions, plain
from .base import Kind

KINDS = {
    "object": Kind,
    "NoneType": plain.NoneKind,
    "ellipsis": plain.EllipsisKind,
    "NotImplementedType": plain.NotImplementedKind,
    "bool": plain.BoolKind,
    "int": plain.IntKind,
    "float": plain.FloatKind,
    "complex": plain.ComplexKind,
    "str": plain.StrKind,
    "bytes": plain.BytesKind,
    "bytearray": plain.ByteArrayKind,
    "list": containers.ListKind,
    "tuple": containers.TupleKind,
    "dict": containers.DictKind,
    "mappingproxy": containers.MappingProxyKind,
    "set": containers.SetKind,
    "frozenset": containers.SetKind,
    "collections.deque": containers.DequeKind,
    "range": containers.RangeKind,
    "slice": containers.SliceKind,
    "function": callables.FunctionKind,
    "method": callables.MethodKind,
    "builtin_function_or_method": callables.BuiltinFunctionKind,
    "module": callables.ModuleKind,
    "type": callables.TypeKind,
    "cell": callables.CellKind,
    "code": callables.CodeKind,
    "generator": callables.GeneratorKind,
    "coroutine": callables.GeneratorKind,
    "async_generator": callables.GeneratorKind,
    "property": callables.PropertyKind,
    "staticmethod": callables.StaticMethodKind,
    "classmethod": callables.ClassMethodKind,
    "BaseException": exceptions.ExceptionKind,
    "traceback": exceptions.TracebackKind,
}
