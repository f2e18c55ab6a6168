"""Work counted in instructions of Python instead of time, which differs from machine to machine."""

import sys
from collections.abc import Callable


def instructions(call: Callable[[], object]) -> int:
    """Count the instructions that Python runs during a call."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
