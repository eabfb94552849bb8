"""Frames with more names than are listed: a namespace that is a dict, and a function's variables."""

import probe

COUNT = 1500
last = "global"
names = {"n%d" % i: i for i in range(COUNT)}
names["last"] = "local"
exec("probe.checkpoint(None)", globals(), names)

BODY = ["n%d = %d" % (i, i) for i in range(COUNT)]
BODY += ["last = 'in a cell'", "inner = lambda: last", "probe.checkpoint(None)"]
exec("def many():\n " + "\n ".join(BODY) + "\nmany()")
