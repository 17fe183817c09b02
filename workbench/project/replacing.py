"""Find and replace: every hit with what it would become, applied in one step, runaway patterns stopped."""

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.i18n import N_, _, ngettext
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.progress import Report, silent
from workbench.project.editing import replace_spans
from workbench.project.queries import pairs
from workbench.store import Store

REPLACE = N_("Replace")
# Seconds a pattern may take over one text, and over all: honest ones take microseconds a text.
_PATIENCE, _PATIENCE_FOR_ALL = 0.5, 5.0
_AT_ONCE = 200  # pairs between two reports


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words as they stand, or with `pattern` a regular expression.

    Patterns are those of the regex library (https://pypi.org/project/regex/): Perl's, with Unicode classes.
    """

    wanted: str
    pattern: bool = False
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where something was found: a span of that side of the pair, and what would stand there."""

    pair: int
    role: Role
    span: tuple[int, int]
    found: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern, and what stands instead of what it finds: a template with groups, or plain text."""

    pattern: "regex.Pattern[str]"
    replacement: str
    template: bool

    def instead_of(self, match: "regex.Match[str]") -> str:
        """Give the replacement of one match."""
        return match.expand(self.replacement) if self.template else self.replacement


def compiled(search: Search) -> "regex.Pattern[str]":
    """Make a pattern; WorkbenchError says where one cannot be read."""
    wanted = search.wanted if search.pattern else regex.escape(search.wanted, special_only=True)
    if search.whole_words:
        wanted = rf"(?<!\w)(?:{wanted})(?!\w)"
    flags = 0 if search.match_case else regex.IGNORECASE
    try:
        return regex.compile(wanted, flags | regex.VERSION1)
    except regex.error as error:
        raise WorkbenchError(_("The pattern cannot be read: %(reason)s.") % {"reason": error}) from None


def find(
    found_in: Sequence[Pair],
    search: Search,
    roles: Iterable[Role] = (Role.TRANSLATION,),
    replacement: str = "",
    report: Report = silent,
) -> list[Hit]:
    r"""Give every hit in these texts of the pairs, in order; nothing is found for nothing.

    In a pattern's replacement \1 or \g<name> stand for what its groups found.
    """
    if not search.wanted:
        return []
    pattern, hits, sides = compiled(search), [], list(roles)
    end = time.monotonic() + _PATIENCE_FOR_ALL
    for number, pair in enumerate(found_in):
        if number % _AT_ONCE == 0:
            report(number, len(found_in))
        for role in sides:
            left = min(_PATIENCE, end - time.monotonic())
            hits += hits_in(pair, role, Sought(pattern, replacement, search.pattern), left)
    report(len(found_in), len(found_in))
    return hits


def hits_in(pair: Pair, role: Role, sought: Sought, patience: float) -> list[Hit]:
    """Give the hits in one text; a match of nothing is none."""
    text = pair.text(role)
    try:
        return [
            Hit(pair.id, role, match.span(), match.group(), sought.instead_of(match))
            for match in sought.pattern.finditer(text, timeout=max(patience, 0.0))
            if match.group()
        ]
    except TimeoutError:
        raise WorkbenchError(
            ngettext(
                "The pattern takes too long on a text of %(count)s character; make it simpler.",
                "The pattern takes too long on a text of %(count)s characters; make it simpler.",
                len(text),
            )
            % {"count": count(len(text))}
        ) from None
    except (regex.error, IndexError) as error:
        raise WorkbenchError(_("The replacement cannot be read: %(reason)s.") % {"reason": error}) from None


def replace(store: Store, hits: Sequence[Hit]) -> ChangeSet:
    """Put the replacements of hits in the translation where they were found; one step.

    A hit whose text has changed since is refused with all the others.
    """
    by_pair: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_pair[hit.pair].append(hit)
    for pair in pairs(store, list(by_pair)):
        expect_there(pair.text(Role.TRANSLATION), by_pair[pair.id])
    edits = {
        id_: [(hit.span[0], hit.found, hit.replacement) for hit in found] for id_, found in by_pair.items()
    }
    return replace_spans(store, edits, REPLACE)


def expect_there(text: str, hits: Sequence[Hit]) -> None:
    """Refuse hits that are not in a text any more."""
    for hit in hits:
        if text[slice(*hit.span)] != hit.found:
            raise WorkbenchError(
                _("The text has changed since “%(found)s” was found; search again.") % {"found": hit.found}
            )
