"""Before CPython 3.12: sys.settrace, with a local trace function in the frames concerned alone."""

RETURN_VALUE = 83  # the instruction, in CPython 3.8 to 3.11
AWAITS, AWAITS_AT = (b"V", 0) if sys.version_info >= (3, 11) else (b"H", 2)  # YIELD_VALUE, or YIELD_FROM; how far behind the offset of a frame that waits
BEGINS = b"\x97\0"  # RESUME at the start of a function, in CPython 3.11


class Tracing:
    def __init__(self):
        if "trace" not in self.__dict__:  # one object each: GDB knows them by their addresses, and threads have them when all else ends
            self.trace, self.local, self.for_exceptions = self.trace, self.trace_frame, self.trace_exceptions
            self.filter = EventFilter(self)
        self.idle = self.filter.patience = FIRST_PATIENCE  # events of no concern until GDB is asked for the filter
        self.is_everywhere = False
        self.forget()

    def forget(self):
        """No code is known any more: id of a code -> (code, {line: [Breakpoint]})."""
        before, self.seen = self.__dict__.get("seen"), {}
        self.filter.fill()
        del before

    def begin(self):
        """Threads that are there already get the trace function by GDB, new ones by threading."""
        self.join_threading()
        if sys.gettrace() not in (None, self.trace):
            raise RuntimeError("the program has a trace function of its own (sys.settrace), as coverage and pdb set it")
        if sys.gettrace() is None:
            self.let_rest()
            sys.settrace(self.trace)
        if (sources or filters or any(thread != identity() for thread in list(steps))) and not self.is_everywhere:
            self.is_everywhere = True
            tell(event="threads", trace=id(sys.gettrace()))

    def join_threading(self):
        """Unless the program has put a trace function of its own there."""
        threading = sys.modules.get("threading")
        if hasattr(threading, "_shutdown") and threading._trace_hook is None:  # imported to its end
            threading.settrace(self.trace)

    def let_rest(self):
        """The program has ended its own tracing: what that has left in frames is to be told nothing."""
        frame = frame_at(1)
        while frame is not None:
            if frame.f_trace is not None and frame.f_trace not in (self.local, self.for_exceptions):
                frame.f_trace = None
            frame = frame.f_back

    def leave(self):
        threading = sys.modules.get("threading")
        if hasattr(threading, "_shutdown") and threading._trace_hook is self.trace:
            threading.settrace(None)
        self.__init__()
        if sys.gettrace() == self.trace:
            control[SETS_TRACE] = 1
            sys.settrace(None)
            control[SETS_TRACE] = 0
        for frame in [*all_frames(), *suspended_frames()]:  # 3.8, 3.9: f_lineno stays as it is in one with f_trace
            if frame.f_trace in (self.local, self.for_exceptions):
                frame.f_trace, frame.f_trace_lines = None, True

    def changed(self):
        """The breakpoints are others than before: trace the frames that they concern, and no more of the others."""
        self.forget()
        self.let_pass()
        if not sources and not filters:
            return self.end_step()
        self.begin()
        for frame in all_frames():
            if self.lines(frame) or filters:
                self.watch(frame, bool(self.lines(frame)))

    def watch(self, frame, has_lines=True):
        """Lines only where they are wanted, as each costs a call."""
        frame.f_trace, frame.f_trace_lines = self.local, has_lines

    def lines(self, frame):
        """{line: [Breakpoint]} of a frame's code."""
        found = self.seen.get(id(frame.f_code)) or self.met(frame)
        return found[1]

    def met(self, frame):
        """Code that has not begun to run before."""
        self.join_threading()
        if len(self.seen) >= MAX_KNOWN:
            self.forget()
        code, seen, edition = frame.f_code, self.seen, self.filter.edition
        source = source_of(code, frame.f_globals)
        if source and source.met(code):
            self.forget()
            seen, edition = self.seen, self.filter.edition
        found = seen[id(code)] = code, source and lines_of_frame(source, frame) or {}
        self.filter.add(edition, *found)
        return found

    def let_pass(self):
        """Steps see what happens in frames that they have come to, and may go into others; filters all exceptions."""
        in_traced = LINE | RETURN | OPCODE if steps else 0
        if is_any_entering():
            in_traced |= CALL
        self.filter.let_pass(in_traced, EXCEPTION if filters else 0)

    def ask_for_filter(self, frame):
        self.idle = self.filter.asked(frame)
        self.let_pass()

    def arm(self, step):
        """A step begins or goes on in its frame."""
        self.begin()
        if step.frame is not None:
            self.watch(step.frame)
            step.frame.f_trace_opcodes = step.kind in ARRIVING
        self.let_pass()
        if steps.get(identity()) is step:
            self.set_profile(self.profile if step.kind == IN else None)

    def set_profile(self, function):
        """The program's own profiler stays: then a step does not see the calls of C code."""
        if sys.getprofile() in (None, self.profile):
            sys.setprofile(function)

    def jumps(self, frame):
        """CPython allows it only to a frame that has a trace function."""
        if frame.f_trace is None:
            self.watch(frame, bool(self.lines(frame)))

    def jumped(self, frame, line):
        """A frame goes on at another line, of which CPython does not tell."""

    def end_step(self):
        """While all is taken away another thread is asked for nothing, and what a pending call in this one is asked for begins again behind that."""
        self.set_profile(None)
        self.let_pass()
        if steps or sources or filters:
            return
        with turn:
            if not (steps or sources or filters):
                self.leave()
            if steps or sources or filters:
                self.changed()
                for step in list(steps.values()):
                    self.arm(step)

    @interruptible
    def trace(self, frame, event, value):
        """The trace function of a thread: a frame begins. Returns the one for its lines, or None."""
        try:
            if control[IS_OFF]:
                return leave()
            known = self.seen.get(id(frame.f_code))
            found = known or self.met(frame)
            if control[IS_OFF]:
                return None
            if steps:
                if self.is_entered(frame):
                    return self.local
            elif known:
                self.idle -= 1
                if not self.idle:
                    self.ask_for_filter(frame)
            if found[1]:
                frame.f_trace_lines = True
                return self.local
            if not filters:
                return None
            frame.f_trace_lines = False
            return self.for_exceptions
        except BaseException:
            if is_kept_back():
                return frame.f_trace
            frame.f_trace = Again(self, frame)
            raise

    def is_entered(self, frame):
        """Whether a step goes into a frame that begins."""
        step = current()
        if step is None or not step.goes_into(frame.f_code) or step.is_apart(frame, goes_on(frame)):
            return False
        step.kind, step.frame = NEXT, frame
        self.let_pass()
        return True

    @interruptible
    def trace_frame(self, frame, event, value):
        try:
            if event == "line":
                known = self.seen.get(id(frame.f_code))
                if steps or known is None or control[IS_OFF]:
                    self.on_line(frame)
                    return frame.f_trace  # none when the agent has left
                found = known[1].get(frame.f_lineno)
                if found:
                    numbers, message = reached(found, frame)
                    if numbers:
                        stop("breakpoint", frame, numbers, message)
                    return frame.f_trace
                self.idle -= 1
                if not self.idle:
                    self.ask_for_filter(frame)
            elif event == "return" and steps:
                self.on_return(frame, value)
            elif event == "opcode":
                self.on_instruction(frame)
            elif event == "exception" and filters:
                met(value[1], value[2], frame)
            return frame.f_trace
        except BaseException:
            if is_kept_back():
                return frame.f_trace
            frame.f_trace = Again(self, frame)
            raise

    @interruptible
    def trace_exceptions(self, frame, event, value):
        """In a frame without lines of concern. A step may begin while it is told of one."""
        try:
            if event != "exception":
                return self.for_exceptions
            met(value[1], value[2], frame)
            return frame.f_trace
        except BaseException:
            if is_kept_back():
                return frame.f_trace
            frame.f_trace = Again(self, frame)
            raise

    def on_line(self, frame):
        if control[IS_OFF]:
            return leave()
        lines = self.lines(frame)
        found = lines.get(frame.f_lineno) if lines else None
        numbers, message = reached(found, frame) if found else ((), None)
        step = current()
        if numbers:
            stop("breakpoint", frame, numbers, message)
        elif step is not None and step.frame is frame and step.kind in (NEXT, IN):
            stop("step", frame)

    def on_return(self, frame, value):
        """A coroutine that awaits comes back, and the step with it."""
        step = current()
        if step is None or step.frame is not frame:
            return
        code, at = frame.f_code, frame.f_lasti
        has_returned = code.co_code[at] == RETURN_VALUE
        if has_returned or code.co_code[at + AWAITS_AT : at + AWAITS_AT + 1] != AWAITS or not awaits(code, value):
            left(step, frame, *[value] * has_returned)
        else:
            step.waits(value)

    def on_instruction(self, frame):
        step = current()
        if step is not None and step.kind in ARRIVING and step.frame is frame and frame.f_lineno is not None:
            frame.f_trace_opcodes = False
            landed(step)

    def profile(self, frame, event, function):
        step = current()
        if step is None:  # another thread has ended it
            self.set_profile(None)
        elif event == "c_call" and step.kind == IN and step.frame is frame and step.enters():
            called(step, function)


def goes_on(frame):
    """Whether a frame that is told to begin has begun before: a coroutine's or generator's."""
    at = frame.f_lasti
    return frame.f_code.co_code[at : at + 2] != BEGINS if sys.version_info >= (3, 11) else at >= 0
