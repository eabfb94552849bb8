"""A client of the Debug Adapter Protocol in the standard library alone: any adapter, over its standard input and output."""
import json
import os
import select
import subprocess
import time

from protocol_order import ProtocolError, ProtocolOrder


class RequestFailed(Exception):
    """The adapter answered a request with an error; the text is the adapter's own."""


class Conversation:
    """What is said with an adapter on two streams. Every wait is bounded by `timeout` seconds."""

    def __init__(self, reader, writer, timeout=30.0):
        self.reader, self.writer, self.timeout = reader, writer, timeout
        self.order = ProtocolOrder()
        self.responses = {}
        self.events = []
        self._unread, self._position = bytearray(), 0
        self._seq = 0

    def send(self, command, arguments=None):
        """Sends a request and returns its number, for `response`."""
        self._seq += 1
        message = {"seq": self._seq, "type": "request", "command": command, "arguments": arguments or {}}
        content = json.dumps(message).encode()
        self.writer.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.order.sent(message)
        return self._seq

    def response(self, seq):
        """The body of the answer to request `seq`."""
        self._read_until(lambda: seq in self.responses, f"the response to request {seq}")
        answer = self.responses.pop(seq)
        if not answer["success"]:
            error = answer.get("body", {}).get("error", {}).get("format")
            raise RequestFailed(f'{answer["command"]}: {error or answer.get("message")}')
        return answer.get("body", {})

    def call(self, command, **arguments):
        """Sends a request, waits for its answer and returns the body."""
        return self.response(self.send(command, arguments))

    def event(self, *names):
        """The next event of one of these names as (name, body); events of other names stay for later."""
        self._read_until(lambda: self._find(names), f"event {' or '.join(names)}")
        found = self._find(names)
        self.events.remove(found)
        return found["event"], found.get("body", {})

    def output(self, *categories):
        """All text of the output events so far in these categories; they are taken out of the events."""
        wanted = [e for e in self.events if e["event"] == "output" and e["body"].get("category", "console") in categories]
        self.events = [e for e in self.events if e not in wanted]
        return "".join(e["body"]["output"] for e in wanted)

    def _find(self, names):
        return next((e for e in self.events if e["event"] in names), None)

    def _read_until(self, done, what):
        deadline = time.monotonic() + self.timeout
        while not done():
            self._take(self._message(deadline, what))

    def _take(self, message):
        self.order.received(message)
        if message["type"] == "response":
            self.responses[message["request_seq"]] = message
        elif message["type"] == "event":
            self.events.append(message)

    def _message(self, deadline, what):
        message = self._complete_message()
        while message is None:
            self._receive(deadline, what)
            message = self._complete_message()
        return message

    def _complete_message(self):
        header_end = self._unread.find(b"\r\n\r\n", self._position)
        if header_end < 0:
            return None
        start = header_end + 4
        end = start + self._content_length(self._unread[self._position:header_end])
        if len(self._unread) < end:
            return None
        self._position = end
        return json.loads(self._unread[start:end])

    def _receive(self, deadline, what):
        readable, _, _ = select.select([self.reader], [], [], max(0, deadline - time.monotonic()))
        if not readable:
            raise ProtocolError(f"{what} did not come within {self.timeout:.0f} s")
        data = os.read(self.reader.fileno(), 1 << 20)
        if not data:
            raise ProtocolError(f"the adapter closed its output while a client waited for {what}")
        del self._unread[:self._position]
        self._unread += data
        self._position = 0

    @staticmethod
    def _content_length(header):
        name, _, value = header.partition(b":")
        if name != b"Content-Length" or not value.strip().isdigit():
            raise ProtocolError(f"not a protocol header: {header[:80]!r}")
        return int(value)


class DapClient(Conversation):
    """One adapter process and the conversation with it."""

    def __init__(self, command, timeout=30.0):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        super().__init__(self.process.stdout, self.process.stdin, timeout)

    def close(self):
        """Waits for the adapter's end and returns its exit status; kills it when it does not end in time."""
        self.process.stdin.close()
        try:
            return self.process.wait(self.timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise ProtocolError(f"the adapter was still running {self.timeout:.0f} s after disconnect")
