"""The order of messages that the Debug Adapter Protocol demands, checked while a session runs."""

RESUMES = {"configurationDone", "continue", "next", "stepIn", "stepOut"}


class ProtocolError(Exception):
    """The adapter broke the protocol, or fell silent."""


class ProtocolOrder:
    """Told of every message both ways; raises ProtocolError at the first that may not stand where it stands."""

    def __init__(self):
        self.open_requests = {}
        self.initialized = False
        self.exited = False
        self.terminated = False

    def sent(self, request):
        self.open_requests[request["seq"]] = request["command"]

    def received(self, message):
        if message["type"] == "response":
            self._response(message)
        elif message["type"] == "event":
            self._event(message["event"], message.get("body", {}))

    def finished(self):
        """To be called at the end: nothing may be owed."""
        self._demand(not self.open_requests, f"no answer came to {sorted(self.open_requests.values())}")
        self._demand(self.terminated, "the session ended without a terminated event")

    def _response(self, response):
        command = self.open_requests.pop(response["request_seq"], None)
        self._demand(command is not None, f"a response to request {response['request_seq']}, which is not open")
        self._demand(command == response["command"], f"the answer to {command} calls itself {response['command']}")
        self.initialized |= command == "initialize" and response["success"]

    def _event(self, name, body):
        self._demand(self.initialized, f"event {name} before the response to initialize")
        self._demand(name == "output" or not self.terminated, f"event {name} after terminated")
        if name in ("stopped", "continued"):
            owed = RESUMES.intersection(self.open_requests.values())
            self._demand(not owed, f"event {name} before the response to {' and '.join(sorted(owed))}")
            self._demand(not self.exited, f"event {name} after exited")
        elif name == "exited":
            self._demand("exitCode" in body, "an exited event without an exit code")
            self.exited = True
        elif name == "terminated":
            self.terminated = True

    @staticmethod
    def _demand(condition, violation):
        if not condition:
            raise ProtocolError(violation)
