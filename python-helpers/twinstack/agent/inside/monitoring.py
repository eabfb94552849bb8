"""CPython 3.12 on: sys.monitoring (PEP 669), with events on the code objects concerned alone."""


def shielded(callback):
    """No error of its own reaches the program. The frame concerned is the caller's caller."""

    def shield(*event):
        try:
            return callback(*event)
        except BaseException:
            if not is_kept_back():
                raise

    return shield


class Monitoring:
    """Tool number 4 or 3: the smaller ones belong to debuggers and profilers of the user's, 5 to the optimizer."""

    def __init__(self):
        self.tool = None
        self.armed = {}  # id of a code -> (code, {line: [Breakpoint]})
        self.stepped = {}  # id of a code -> (code, events)
        self.has_disabled, self.everywhere = False, 0

    def begin(self):
        self.module = sys.monitoring
        self.events, self.disable = self.module.events, self.module.DISABLE
        self.in_frame = self.events.PY_RETURN | self.events.PY_YIELD
        free = [number for number in (4, 3) if self.module.get_tool(number) is None]
        if not free:
            raise RuntimeError("other tools use sys.monitoring, and have left no tool number for the debugger")
        self.module.use_tool_id(free[0], "twinstack")
        self.tool = free[0]
        for event, callback in self.callbacks():
            self.module.register_callback(self.tool, event, shielded(callback))

    def callbacks(self):
        events = self.events
        return (
            (events.PY_START, self.on_start),
            (events.PY_RESUME, self.on_resume),
            (events.LINE, self.on_line),
            (events.PY_RETURN, self.on_return),
            (events.PY_YIELD, self.on_yield),
            (events.PY_UNWIND, self.on_unwind),
            (events.INSTRUCTION, self.on_instruction),
            (events.CALL, self.on_call),
            (events.RAISE, self.on_raise),
            (events.RERAISE, self.on_reraise),
        )

    def leave(self):
        if self.tool is None:
            return
        self.module.set_events(self.tool, 0)
        for code, _ in list(self.armed.values()) + list(self.stepped.values()):
            self.module.set_local_events(self.tool, code, 0)
        for event, _ in self.callbacks():
            self.module.register_callback(self.tool, event, None)
        self.module.free_tool_id(self.tool)
        self.__init__()

    def changed(self):
        """The breakpoints are others than before: set the events of their code objects anew."""
        if self.tool is None:
            self.begin()
        before, self.armed = self.armed, {}
        for code, _ in list(before.values()):
            self.set_local(code)
        self.set_everywhere()
        for frame in all_frames():
            self.meet(frame.f_code, frame.f_globals)
        self.restart()

    def restart(self):
        if self.has_disabled:
            self.has_disabled = False
            self.module.restart_events()

    def set_everywhere(self):
        wanted = self.events.PY_UNWIND if steps else 0
        if sources or is_any_entering():
            wanted |= self.events.PY_START | self.events.PY_RESUME
        if filters:
            wanted |= self.events.RAISE | self.events.RERAISE
        if wanted != self.everywhere:
            self.module.set_events(self.tool, wanted)
            self.everywhere = wanted

    def set_local(self, code):
        _, wanted = self.stepped.get(id(code), (code, 0))
        if id(code) in self.armed:
            wanted |= self.events.LINE
        self.module.set_local_events(self.tool, code, wanted)

    def meet(self, code, namespace):
        """Code that begins to run, or runs: it is watched when it has a breakpoint."""
        source = source_of(code, namespace)
        if source is None or id(code) in self.armed:
            return
        if source.met(code):
            self.changed()
        lines = source.lines_in(code)
        if lines:
            self.armed[id(code)] = code, lines
            self.set_local(code)

    def arm(self, step):
        """A step begins or goes on in its frame."""
        if self.tool is None:
            self.begin()
        wanted = self.in_frame
        if step.kind in (NEXT, IN):
            wanted |= self.events.LINE
        if step.kind == IN:
            wanted |= self.events.CALL
        if step.kind in ARRIVING:
            wanted |= self.events.INSTRUCTION | self.events.LINE
        if step.frame is not None:
            self.watch(step.frame.f_code, wanted)
        self.set_everywhere()
        self.restart()

    def jumps(self, frame):
        """A frame is to go on at another line: nothing is needed for that."""

    def jumped(self, frame, line):
        """A frame goes on at another line, of which CPython tells it before that runs."""
        jumped[identity()] = frame, line
        self.watch(frame.f_code, self.events.LINE)
        self.restart()

    def watch(self, code, wanted):
        self.stepped[id(code)] = code, wanted
        self.set_local(code)

    def end_step(self):
        if steps or not self.stepped:
            return
        before, self.stepped = self.stepped, {}
        for code, _ in list(before.values()):
            self.set_local(code)
        self.set_everywhere()

    def disabled(self):
        self.has_disabled = True
        return self.disable

    def on_start(self, code, offset):
        return self.runs(code, frame_at(2), is_back=False)

    def on_resume(self, code, offset):
        return self.runs(code, frame_at(2), is_back=True)

    def runs(self, code, frame, is_back):
        """A frame begins to run, or ``is_back``: goes on."""
        if control[IS_OFF]:
            return leave()
        if sources:
            self.meet(code, frame.f_globals)
        step = current()
        if step is not None and step.goes_into(code) and not step.is_apart(frame, is_back):
            step.kind, step.frame = NEXT, frame
            self.arm(step)
        if is_any_entering():
            return None
        return self.disabled()

    def on_line(self, code, line):
        if control[IS_OFF]:
            return leave()
        if jumped and jumped.pop(identity(), None) == (frame_at(2), line):
            return self.end_step()
        armed = self.armed.get(id(code))
        found = armed[1].get(line) if armed else None
        if found:
            frame = frame_at(2)
            numbers, message = reached(found, frame)
            if numbers:
                return stop("breakpoint", frame, numbers, message)
        if not steps:
            return None if found else self.disabled()
        step = current()
        if step is not None and step.kind in (NEXT, IN) and step.frame is frame_at(2):
            return stop("step", step.frame)
        return None if found or steps else self.disabled()

    def on_return(self, code, offset, value):
        step, frame = current(), frame_at(2)
        if step is not None and step.frame is frame:
            left(step, frame, value)

    def on_unwind(self, code, offset, error):
        step, frame = current(), frame_at(2)
        if step is not None and step.frame is frame:
            left(step, frame)

    def on_yield(self, code, offset, value):
        """A coroutine that awaits comes back, and the step with it."""
        step, frame = current(), frame_at(2)
        if step is not None and step.frame is frame:
            step.waits(value) if awaits(code, value) else left(step, frame)

    def on_instruction(self, code, offset):
        """The first instructions of an exception's handler have no line."""
        step, frame = current(), frame_at(2)
        if step is not None and step.kind in ARRIVING and step.frame is frame and frame.f_lineno is not None:
            landed(step)

    def on_call(self, code, offset, function, argument):
        step = current()
        if step is not None and step.kind == IN and step.frame is frame_at(2) and step.enters():
            called(step, function)

    def on_raise(self, code, offset, error):
        if control[IS_OFF]:
            return leave()
        met(error, error.__traceback__, frame_at(2))

    def on_reraise(self, code, offset, error):
        if control[IS_OFF]:
            return leave()
        met(error, error.__traceback__, frame_at(2), is_again=True)
