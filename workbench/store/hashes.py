"""The hash that each row carries: a flipped bit in a text passes SQLite's own checks."""

from collections.abc import Iterable
from hashlib import blake2b
from struct import Struct

Value = int | float | str | bytes | None

_LENGTH = 8  # bytes
_double = Struct(">d").pack


def row_hash(*values: Value) -> bytes:
    """Hash a row: eight bytes of BLAKE2b over its encoded values.

    The encoding is part of the file format: it tells types apart, joins no two rows in one, and is the same
    in every version of Python.
    """
    return digest(b"".join([encode(value) for value in values]))


def digest(row: bytes) -> bytes:
    """Hash a row that is encoded already."""
    return blake2b(row, digest_size=_LENGTH).digest()


def digests(rows: Iterable[bytes]) -> bytes:
    """Hash rows that are encoded already; their hashes stand one behind the other."""
    return b"".join([blake2b(row, digest_size=_LENGTH).digest() for row in rows])


def layout(shape: str, *constants: Value) -> bytes:
    """Give a pattern that encodes rows of one shape, for those who hash many of them.

    By `pattern % values`: "i" in the shape is an integer, "e" what `encode` wrote of any value; "c" is the
    next constant, which is the same in every row and no longer among the values.
    """
    kinds, same = {"i": b"i%d;", "e": b"%b"}, map(encode, constants)
    return b"".join(next(same).replace(b"%", b"%%") if kind == "c" else kinds[kind] for kind in shape)


def encode(value: Value) -> bytes:
    """Write a value so that no other value, or pair of values, is written alike."""
    if isinstance(value, str):
        text = value.encode()
        return b"s%d:%b" % (len(text), text)
    if value is None:
        return b"n"
    if isinstance(value, int):
        return b"i%d;" % value
    if isinstance(value, float):
        return b"f" + _double(value)
    return b"b%d:%b" % (len(value), value)
