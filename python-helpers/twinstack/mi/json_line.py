"""JSON as the helpers write it: one line of ASCII, without spaces."""

import json

encoded = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
