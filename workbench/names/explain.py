"""Why a form is proposed, in one sentence for the reviewer that names the sounds that differ."""

from rapidfuzz.distance import Levenshtein

from workbench.i18n import _
from workbench.names.sound import letters

_MOST = 5  # differences named; more tell nothing


def differences(form: str, proposal: str) -> list[str]:
    """Name the letters that differ, as they are written and as they should be: `r/l`, `u/–`, each once."""
    ours, theirs = form.split(), proposal.split()
    pairs = zip(ours, theirs, strict=True) if len(ours) == len(theirs) else [(form, proposal)]
    named = [part for a, b in pairs for part in word_differences(letters(a), letters(b))]
    return list(dict.fromkeys(named))


def word_differences(one: str, other: str) -> list[str]:
    """Name the letters in which two words differ; changes side by side are one."""
    named: list[str] = []
    i = j = 0
    for block in Levenshtein.editops(one, other).as_matching_blocks():
        if one[i : block.a] or other[j : block.b]:
            named.append(f"{one[i : block.a] or '–'}/{other[j : block.b] or '–'}")
        i, j = block.a + block.size, block.b + block.size
    return named


def difference_sentence(form: str, proposal: str) -> str:
    """Say in what two forms differ, without a full stop."""
    named = differences(form, proposal)
    if letters(form) == letters(proposal):
        return _("The same letters, spaced or marked differently")
    if len(named) > _MOST:
        return _("One name by its sound and its place")
    return _("Differs in %(sounds)s") % {"sounds": ", ".join(named)}


def from_reference(form: str, proposal: str, far: int, quote: str) -> str:
    """Explain a proposal that the reference gives; `far` is 0 for the same pair, 1 the next, 2 others."""
    where = {
        0: _("%(difference)s; reference, same sentence: “%(quote)s”."),
        1: _("%(difference)s; reference, next to this sentence: “%(quote)s”."),
        2: _("%(difference)s; reference, elsewhere: “%(quote)s”."),
    }[far]
    return where % {"difference": difference_sentence(form, proposal), "quote": quote}


def from_full_name(form: str, proposal: str, full: str) -> str:
    """Explain a surname that follows from the full name."""
    values = {"difference": difference_sentence(form, proposal), "full": full}
    return _("%(difference)s; follows from “%(full)s”.") % values


def from_glossary(proposal: str) -> str:
    """Explain a proposal of the glossary."""
    return _("The glossary has “%(proposal)s”.") % {"proposal": proposal}


def from_article(form: str, proposal: str, counts: tuple[int, int]) -> str:
    """Explain a proposal of the spelling that the article prefers."""
    values = {
        "difference": difference_sentence(form, proposal),
        "other": proposal,
        "more": counts[1],
        "less": counts[0],
    }
    return _("%(difference)s; the article has “%(other)s” %(more)d times and this %(less)d times.") % values


def agreement(form: str) -> str:
    """Say that a name agrees."""
    return _("“%(form)s” stands in the reference too.") % {"form": form}


def sounds_as(form: str, source: str) -> str:
    """Say that a name sounds as the source's form does."""
    return _("“%(form)s” sounds as the source’s “%(source)s”; nothing tells how it is spelled.") % {
        "form": form,
        "source": source,
    }


def in_glossary(form: str) -> str:
    """Say that a name is as the glossary has it."""
    return _("“%(form)s” is the glossary’s form.") % {"form": form}


def no_counterpart(*, has_reference: bool) -> str:
    """Say why nothing is proposed."""
    return (
        _("No counterpart in the reference.")
        if has_reference
        else _("There is no reference to compare with.")
    )
