"""An edit of joined texts, given back to the texts that were joined."""

from collections.abc import Sequence
from itertools import accumulate


def joined(parts: Sequence[str]) -> str:
    """Join parts by one space, the empty ones left out."""
    return " ".join(part for part in parts if part)


def distribute(parts: Sequence[str], new: str) -> list[str]:
    """Give each part its share of a text that was edited as one.

    The parts before and after the edit keep their text; the first part the edit touches takes what was
    typed, others it touches wholly become empty. Always: joined(distribute(parts, new)) == new.
    """
    filled = [index for index, part in enumerate(parts) if part]
    shares = ["" for _part in parts]
    if not filled:
        return [new, *shares[1:]]
    first, last, text = touched([parts[index] for index in filled], new)
    for number, index in enumerate(filled):
        shares[index] = text if number == first else "" if first < number <= last else parts[index]
    return shares if joined(shares) == new else [new, *("" for _part in parts[1:])]


def touched(parts: Sequence[str], new: str) -> tuple[int, int, str]:
    """Give the first and the last part an edit touches, and the text that takes their place."""
    old = joined(parts)
    prefix = common_prefix(old, new)
    end = len(old) - common_prefix(old[prefix:][::-1], new[prefix:][::-1])
    spans = spans_of(parts)
    first = next(number for number, span in enumerate(spans) if prefix <= span[1])
    last = max(number for number, span in enumerate(spans) if number == first or span[0] < end)
    return first, last, new[spans[first][0] : len(new) - (len(old) - spans[last][1])]


def common_prefix(a: str, b: str) -> int:
    """Count the characters both begin with."""
    return next(
        (index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def spans_of(parts: Sequence[str]) -> list[tuple[int, int]]:
    """Give the span of each part in the joined text."""
    starts = accumulate((len(part) + 1 for part in parts), initial=0)
    return [(start, start + len(part)) for start, part in zip(starts, parts, strict=False)]
