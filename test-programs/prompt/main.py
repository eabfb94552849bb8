"""Prints text without a line's end, text of many bytes a character, and bytes that are no text."""

import sys

sys.stdout.write("prompt> ")
sys.stdout.flush()
sys.stdout.write("日本語" * 100000)
sys.stdout.flush()
sys.stdout.buffer.write(b"\xff\xfe|")
sys.stdout.flush()
