"""Values of the user's that variables, attributes and items are set to."""


@command
def assign(target, value, thread, depth, of_last, is_outside):
    """The value of an expression becomes that of a name, attribute or item; see ``done``. ``of_last``: the target is the access to a
    child of the last of ``results``; ``is_outside``: it is a global name."""
    text = value.strip()
    return done(Scope(thread, depth), lambda scope: [placed(scope, target, text, of_last, is_outside)])


def placed(scope, target, text, of_last, is_outside):
    """Set the target to the value of an expression; what is there then. Target, key and value are evaluated once."""
    value = scope.run(compile(text, EVALUATED, "eval", ONLY_AST))
    node = compile("_" + target if of_last else target.strip(), EVALUATED, "eval", ONLY_AST).body
    kind = type(node).__name__
    if is_outside:
        scope.space[target] = value
    elif kind == "Name":
        scope.bind(node.id, value)
    elif kind in ("Attribute", "Subscript"):
        owner = results.pop() if of_last else scope.run(whole(node.value))
        return attribute_set(owner, node.attr, value) if kind == "Attribute" else item_set(owner, scope.run(key_of(node)), value)
    else:
        raise TypeError("it is no name, attribute or item")
    return value


def key_of(node):
    """The tree of a subscript's key."""
    key = node.slice
    kind = type(key).__name__
    if kind in ("Slice", "ExtSlice"):
        raise TypeError("a slice is set by a statement in the debug console")
    return whole(key.value if kind == "Index" else key)  # around the key, up to Python 3.8


def attribute_set(owner, name, value):
    setattr(owner, name, value)
    try:
        return getattr(owner, name)
    except Exception:  # one that can only be set
        return value


def item_set(owner, key, value):
    owner[key] = value
    try:
        return owner[key]
    except Exception:
        return value
