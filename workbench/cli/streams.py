"""stdout and stderr made fit to write to, and given up when they cannot be written to."""

import io
import os
import sys

_STDOUT, _STDERR = 1, 2


def prepare() -> None:
    """Fill the place of a stream that is closed, and write what a stream's charset lacks as escapes."""
    for name, number in (("stdout", _STDOUT), ("stderr", _STDERR)):
        if getattr(sys, name) is None:
            setattr(sys, name, closed_stream(number))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def closed_stream(number: int) -> io.TextIOWrapper:
    """Make a stream that refuses what is written to it, as the closed one would.

    It takes the closed one's number: the next file that is opened would get it and be written to.
    """
    descriptor = os.open(os.devnull, os.O_RDONLY)
    if descriptor != number:
        os.dup2(descriptor, number)
        os.close(descriptor)
    return open(number, "w", encoding="utf-8", closefd=False)


def give_up() -> None:
    """Let what was not written go nowhere: Python flushes at its end and would complain once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream, number in ((sys.__stdout__ or sys.stdout, _STDOUT), (sys.__stderr__ or sys.stderr, _STDERR)):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, number)
    os.close(nowhere)
