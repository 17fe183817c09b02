"""Large reviews checked part by part, in several processes, and only the parts that changed.

A part is checked as an article of its own: what its checks ask of the whole they ask of some thousand pairs.
"""

import gc
import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from workbench.checks import CHECKS, Check, Context, Passage, find, read
from workbench.i18n import spoken_language, use_language
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.progress import Report
from workbench.project.batch_pool import in_order

MANY = 4_000  # pairs; fewer are checked as one article: two seconds or so
_PART = 2_000  # pairs: enough for an article's habits to show, few enough to be checked anew after an edit


@dataclass(frozen=True, slots=True)
class Part:
    """Some pairs in a row, numbered from 0, with the names in them; `start` is the first one's row."""

    start: int
    passages: tuple[Passage, ...]
    context: Context


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier run was given, and what it found."""

    passages: Sequence[Passage]
    names: Sequence[Name]
    findings: Sequence[Finding]


def findings_by_parts(
    passages: Sequence[Passage],
    languages: Mapping[Role, str],
    context: Context,
    report: Report,
    checks: Sequence[Check] = CHECKS,
    before: Before | None = None,
) -> list[Finding]:
    """Check many pairs; findings come in the order of the text. What did not change is not checked again."""
    known = findings_before(passages, context, before)
    starts = range(0, len(passages), _PART)
    fresh = [start for start in starts if start not in known]
    # One by one: the processes start, and take the first, while the last are still cut.
    parts = (part_of(passages, context, start) for start in fresh)
    jobs = min(len(fresh), os.cpu_count() or 1)
    work = partial(check_part, languages, tuple(check.name for check in checks), spoken_language())
    done = [0]

    def look_up() -> None:
        report(done[0], len(fresh))

    found = dict(known)
    for start, findings in zip(fresh, in_order(work, parts, jobs, look_up), strict=True):
        found[start] = findings
        done[0] += 1
    return [finding for start in starts for finding in found[start]]


def part_of(passages: Sequence[Passage], context: Context, start: int) -> Part:
    """Cut out a part and number it from 0."""
    some = passages[start : start + _PART]
    local = tuple(replace(passage, row=row) for row, passage in enumerate(some))
    return Part(start, local, replace(context, names=tuple(names_in(context.names, start)), is_part=True))


def names_in(names: Sequence[Name], start: int) -> Iterator[Name]:
    """Give the names mentioned in a part, their mentions numbered as it is."""
    for name in names:
        inside = tuple(
            replace(mention, pair=mention.pair - start)
            for mention in name.mentions
            if start <= mention.pair < start + _PART
        )
        if inside:
            yield replace(name, mentions=inside)


def check_part(
    languages: Mapping[Role, str], names: Sequence[str], language: str, part: Part
) -> list[Finding]:
    """Check one part, in whatever process, in the language that is spoken."""
    use_language(language)
    checks = [check for check in CHECKS if check.name in names]
    with without_collector():
        found = find(read(part.passages, languages, part.context), checks)
    return [replace(finding, pair=finding.pair + part.start) for finding in found]


@contextmanager
def without_collector() -> Iterator[None]:
    """Do without the search for cycles: words and hits have none, and it took an eighth of the time.

    A process that only checks parts does without it for good: between two, it looked through all it knows.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on and multiprocessing.parent_process() is None:
            gc.enable()


def findings_before(
    passages: Sequence[Passage], context: Context, before: Before | None
) -> dict[int, list[Finding]]:
    """Give by its start the findings of each part that is just as it was."""
    if before is None or len(before.passages) != len(passages):
        return {}
    same = [
        start
        for start in range(0, len(passages), _PART)
        if passages[start : start + _PART] == before.passages[start : start + _PART]
        and list(names_in(context.names, start)) == list(names_in(before.names, start))
    ]
    kept: dict[int, list[Finding]] = {start: [] for start in same}
    for finding in before.findings:
        if (start := finding.pair - finding.pair % _PART) in kept:
            kept[start].append(finding)
    return kept
