"""What a gazetteer or a look-up knows of the names that nothing nearer decides: a hint, never more.

The surest errors of a gazetteer are names of one sound, so a proposal needs a clear lead over the next name.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.model.glossary import main_tag
from workbench.names.detect import Candidate
from workbench.names.explain import Heard, from_gazetteer, from_lookup
from workbench.names.gazetteer import Gazetteer, Hit
from workbench.names.hearing import Window, affinity, can_hear, heard
from workbench.names.lookup import Lookup
from workbench.names.sound import letters, nearness
from workbench.names.text import Article, stands
from workbench.names.verdict import Verdict, kind_of
from workbench.names.words import plain
from workbench.progress import Report, silent

# Logistic regression on 700 names of the development split, for half of which the right name was taken out of
# the gazetteer, and of which three in ten were right as written. Weights of the lead over the next (nats,
# 10 at most), of nearness to what is written, of nats per letter with the source. Measured there:
# precision .99 at .85 with a source, coverage .69; .94 at .9 without one, coverage .27.
_LEAD, _NEAR, _SOUND, _BIAS, _ENOUGH = 0.53, 2.39, 3.52, -11.18, 0.85
_LEAD_ALONE, _NEAR_ALONE, _JOINT_ALONE, _BIAS_ALONE, _ENOUGH_ALONE = 0.53, 3.67, 0.96, -1.95, 0.9
_MOST_LEAD = 10.0
_MOST = 0.89  # a gazetteer alone never makes a proposal ready
_LOOKED_UP, _LOOKED_UP_SOUND, _LOOKED_UP_NEAR = 0.85, 0.8, 0.35
_HEARD = 0.9  # nats per letter from which the source's form is taken for the name's
_SHORTEST = 4  # letters of a name that is searched for
_HITS = 5
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Hints:
    """Where names can be searched: a gazetteer on disk, a look-up elsewhere, or neither."""

    gazetteer: Gazetteer | None = None
    lookup: Lookup | None = None


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Hinted:
    """What was found: verdicts, and the names that are known as they are written, with where."""

    verdicts: list[Verdict] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Open:
    """A name that nothing nearer decides, with the words of the source it is heard in, if any."""

    name: Candidate
    window: Window | None
    source: Heard | None


def hinted(article: Article, hints: Hints, decided: Sequence[Verdict], report: Report = silent) -> Hinted:
    """Search for the names that neither glossary nor reference nor the article itself decides."""
    found = Hinted()
    if hints.gazetteer is None and hints.lookup is None:
        return found
    names = list(open_names(article, {plain(verdict.form) for verdict in decided}))
    for done, one in enumerate(names):
        report(done, len(names))
        for verdict in answers(one, article, hints):
            if custom(verdict.form) == custom(verdict.proposal):
                found.known[plain(verdict.form)] = verdict.origin
            else:
                found.verdicts.append(verdict)
            break
    return found


def open_names(article: Article, decided: set[str]) -> Iterator[Open]:
    """Yield each undecided name once, where it is heard in the source best."""
    groups: dict[str, list[Open]] = {}
    for row in article.rows:
        for name in row.translation.names:
            if is_open(name, article, decided):
                window = heard_there(row.source, name, article)
                source = Heard(window.form, article.source_language) if window else None
                groups.setdefault(plain(name.form), []).append(Open(name, window, source))
    for group in groups.values():
        if any(one.name.sure for one in group):
            yield max(group, key=lambda one: one.window.affinity if one.window else -math.inf)


def heard_there(sentence: str, name: Candidate, article: Article) -> Window | None:
    """Give the words of a source that a name is surely heard in."""
    if not can_hear(article.source_language):
        return None
    window = heard(sentence, name.form, article.source_language)
    return window if window and window.affinity >= _HEARD else None


def is_open(name: Candidate, article: Article, decided: set[str]) -> bool:
    """Tell whether a name is worth a search: no surname of a decided name, no body of common words."""
    if plain(name.form) in decided or len(letters(name.form)) < _SHORTEST or name.form.isupper():
        return False
    if stands(name.form, article.reference):
        return False
    ordinary = article.known.language.institutions | article.known.common
    return not any(word.casefold() in ordinary for word in name.words)


def answers(one: Open, article: Article, hints: Hints) -> Iterator[Verdict]:
    """Yield what the gazetteer says of a name, else what the look-up does."""
    if hints.gazetteer is not None:
        yield from by_gazetteer(one, article, hints.gazetteer)
    if hints.lookup is not None:
        yield from by_lookup(one, article, hints.lookup)


def by_gazetteer(one: Open, article: Article, gazetteer: Gazetteer) -> Iterator[Verdict]:
    """Yield the verdict of a gazetteer, if it is sure of one; a name it has as written is right."""
    form = one.name.form
    kind = kind_of([one.name], article.known.language)
    if gazetteer.exact(form) >= 0:
        yield Verdict(form, form, _MOST, "gazetteer", "", kind)
        return
    language = main_tag(article.source_language) if one.window else "la"
    hits = gazetteer.search(one.window.form if one.window else form, language, _HITS)
    same = next((hit.name for hit in hits if letters(hit.name) == letters(form)), None)
    if same is None and any(is_part_of(form, hit.name) for hit in hits):
        same = form
    if same is not None:
        yield Verdict(form, same, _MOST, "gazetteer", "", kind)
    elif hits and (one.window or len(one.name.words) > 1):  # by itself one word sounds like too many
        sure, enough = confidence(one, hits[0], article), _ENOUGH if one.window else _ENOUGH_ALONE
        if sure >= enough:
            others = [hit.name for hit in hits[1:3]]
            why = from_gazetteer(form, hits[0].name, one.source, others)
            yield Verdict(form, hits[0].name, round(min(sure, _MOST), 2), "gazetteer", why, kind)


def is_part_of(form: str, name: str) -> bool:
    """Tell whether a name is another less some given names: Charles Richter, Charles Francis Richter."""
    words = iter(map(letters, name.split()))
    return " " in form and all(letters(word) in words for word in form.split())


def confidence(one: Open, hit: Hit, article: Article) -> float:
    """Say how likely the first hit is the right name."""
    lead, near = min(float(hit.margin), _MOST_LEAD), nearness(one.name.form, hit.name)
    if one.window is None:
        value = _LEAD_ALONE * lead + _NEAR_ALONE * near + _JOINT_ALONE * float(hit.joint) + _BIAS_ALONE
    else:
        sound = affinity(one.window.form, hit.name, article.source_language)
        value = _LEAD * lead + _NEAR * near + _SOUND * sound + _BIAS
    return 1 / (1 + math.exp(-value))


def by_lookup(one: Open, article: Article, lookup: Lookup) -> Iterator[Verdict]:
    """Yield the verdict of a look-up: only what it knows by the very form of the source counts."""
    if one.window is None:
        return
    source, language = one.window.form, main_tag(article.source_language)
    kind = kind_of([one.name], article.known.language)
    for hit in lookup(source, language, "en"):
        sound = affinity(source, hit.form, language)
        near = nearness(one.name.form, hit.form)
        if hit.found_by == source and sound >= _LOOKED_UP_SOUND and near >= _LOOKED_UP_NEAR:
            why = from_lookup(one.name.form, hit.form, one.source, hit.description, hit.address)
            yield Verdict(one.name.form, hit.form, _LOOKED_UP, "gazetteer", why, kind)
            return


def custom(name: str) -> str:
    """Give a name's letters without what is mere custom of spelling: Sergei or Sergey, Odesa or Odessa."""
    return _DOUBLED.sub(r"\1", letters(name).replace("y", "i").replace("iy", "i")).removesuffix("i")


def known_as(forms: Sequence[str], known: Mapping[str, str]) -> str | None:
    """Give the form of a name that is known as it is written."""
    return next((form for form in forms if plain(form) in known), None)
