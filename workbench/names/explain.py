"""Why a form is proposed, in one sentence for the reviewer that names the sounds that differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from workbench.figures import count, listed
from workbench.i18n import _
from workbench.names.reasons import by_letters, reasons
from workbench.names.sound import letters

_MOST = 5  # differences named; more tell nothing


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of a source, and their language, that two forms stand for."""

    form: str
    language: str


def differences(form: str, proposal: str) -> list[tuple[str, str]]:
    """Name the letters that differ, as they are written and as they should be: (r, l), (u, –), each once."""
    ours, theirs = form.split(), proposal.split()
    pairs = zip(ours, theirs, strict=True) if len(ours) == len(theirs) else [(form, proposal)]
    named = [part for a, b in pairs for part in word_differences(letters(a), letters(b))]
    return list(dict.fromkeys(named))


def word_differences(one: str, other: str) -> list[tuple[str, str]]:
    """Name the letters in which two words differ; changes side by side are one."""
    named: list[tuple[str, str]] = []
    i = j = 0
    for block in Levenshtein.editops(one, other).as_matching_blocks():
        if one[i : block.a] or other[j : block.b]:
            named.append((one[i : block.a] or "–", other[j : block.b] or "–"))
        i, j = block.a + block.size, block.b + block.size
    return named


def difference_sentence(form: str, proposal: str, source: Heard | None = None) -> str:
    """Say in what two forms differ and why, without a full stop; `source` is what both stand for."""
    if letters(form) == letters(proposal):
        return _("The same letters, spaced or marked differently")
    if source and (said := reasons(source.form, source.language, form, proposal)):
        return "; ".join(said)
    named = differences(form, proposal)
    if len(named) > _MOST:
        return _("One name by its sound and its place")
    sentence = _("Differs in %(sounds)s") % {"sounds": listed("~".join(pair) for pair in named)}
    return "; ".join([sentence, *by_letters(named)])


def from_reference(form: str, proposal: str, far: int, quote: str, source: Heard | None = None) -> str:
    """Explain a proposal that the reference gives; `far` is 0 for the same pair, 1 the next, 2 others."""
    where = {
        0: _("reference, same sentence: “%(quote)s”"),
        1: _("reference, next to this sentence: “%(quote)s”"),
        2: _("reference, elsewhere: “%(quote)s”"),
    }[far] % {"quote": quote}
    values = {"difference": difference_sentence(form, proposal, source), "where": where}
    if source is None:
        return _("%(difference)s; %(where)s.") % values
    return _("%(difference)s; %(where)s; the source’s “%(source)s” agrees.") % (
        values | {"source": source.form}
    )


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
        "more": count(counts[1]),
        "form": form,
        "less": count(counts[0]),
    }
    return _("%(difference)s; in the article: “%(other)s” %(more)s×, “%(form)s” %(less)s×.") % values


def agreement(form: str) -> str:
    """Say that a name agrees."""
    return _("“%(form)s” stands in the reference too.") % {"form": form}


def sounds_as(form: str, source: str) -> str:
    """Say that a name sounds as the source's form does."""
    return _("“%(form)s” sounds as the source’s “%(source)s”; nothing tells how it is spelled.") % {
        "form": form,
        "source": source,
    }


def from_gazetteer(form: str, proposal: str, source: Heard | None, others: Sequence[str]) -> str:
    """Explain a proposal of the gazetteer; `others` are the next names of about this sound."""
    values = {"difference": difference_sentence(form, proposal, source), "others": listed(others)}
    if source is not None:
        values["source"] = source.form
        if others:
            return _("%(difference)s; the gazetteer’s name for “%(source)s”; next: %(others)s.") % values
        return _("%(difference)s; the gazetteer’s name for “%(source)s”.") % values
    if others:
        return _("%(difference)s; the gazetteer’s name of this sound; next: %(others)s.") % values
    return _("%(difference)s; the gazetteer’s name of this sound.") % values


def from_lookup(form: str, proposal: str, source: Heard | None, description: str, address: str) -> str:
    """Explain a proposal that was looked up."""
    values = {"difference": difference_sentence(form, proposal, source), "what": description or proposal}
    return _("%(difference)s; looked up: %(what)s (%(address)s).") % (values | {"address": address})


def in_gazetteer(form: str) -> str:
    """Say that a name is known as it is."""
    return _("“%(form)s” is in the gazetteer.") % {"form": form}


def in_glossary(form: str) -> str:
    """Say that a name is as the glossary has it."""
    return _("“%(form)s” is the glossary’s form.") % {"form": form}


def in_several_ways(forms: Sequence[str]) -> str:
    """Say that an article writes a name in several ways."""
    return _("The article writes it in several ways: %(forms)s.") % {"forms": listed(forms)}


def no_counterpart(*, has_reference: bool) -> str:
    """Say why nothing is proposed."""
    return (
        _("No counterpart in the reference.")
        if has_reference
        else _("There is no reference to compare with.")
    )
