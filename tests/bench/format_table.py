"""The table that the benches of files end with: a line a format, and why what was refused."""

from collections import Counter
from collections.abc import Iterable, Mapping

FILES, IDENTICAL, CHANGED, REFUSED, ALONE, MORE, LEFT = (
    "files", "identical", "CHANGED", "refused", "edited alone", "MORE CHANGED", "edit refused",
)  # fmt: skip
COLUMNS = (FILES, IDENTICAL, CHANGED, REFUSED, ALONE, MORE, LEFT)
_REASONS = 30  # printed, the most frequent first


def shown(counts: Mapping[str, Counter[str]], reasons: Counter[tuple[str, str]]) -> Iterable[str]:
    """Write how many files of each format were what, a line of totals, and why which were refused."""
    total = sum(counts.values(), Counter())
    yield f"{'format':<12}" + "".join(f"{name:>14}" for name in COLUMNS)
    for name, row in [*sorted(counts.items()), ("all", total)]:
        yield f"{name:<12}" + "".join(f"{row[column]:>14,}" for column in COLUMNS)
    for (name, reason), count in reasons.most_common(_REASONS):
        yield f"  {name:<10}{count:>8,}  {reason}"
    if len(reasons) > _REASONS:
        yield f"  and {len(reasons) - _REASONS} more reasons"


def nothing(folders: Iterable[object], suffixes: Iterable[str]) -> str:
    """Say that there is nothing to try."""
    return (
        f"{', '.join(map(str, folders))}: no file of {' '.join(sorted(suffixes))} in it; name another folder."
    )
