"""A modal verb with a past behind it: the ministry would not released the tape."""

import re
from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_MODALS = grammar_words("en")["weak_modals"] | grammar_words("en")["strong_modals"] | {"should", "cannot"}
_MODAL = re.compile(
    rf"(?<![\w’'-])(?P<modal>{'|'.join(sorted(_MODALS))})"
    r" (?P<not>[Nn]ot )?(?P<verb>[a-z]{3,})(?![\w’'-])"
)
_PAST = frozenset({Form.PAST, Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})


def broken_verbs(row: Row) -> Iterator[Hit]:
    """Yield the modal verbs that a past follows where English has the plain form."""
    side = row.translation
    if side.vocabulary.isdisjoint(_MODALS):
        return
    for match in _MODAL.finditer(side.text):
        verb = match["verb"]
        if form(verb) not in _PAST or verb in base_forms(verb, "v") or match[0] in row.reference.text:
            continue
        if is_noun(side.text[: match.start()], match["modal"]):
            continue
        message = _("Two verbs stand together where one is enough: “%(words)s”.") % {"words": match[0]}
        yield Hit(match.span(), "fluency/grammar", Severity.MAJOR, message, 0.8, row.reference.text)


def is_noun(before: str, modal: str) -> bool:
    """Tell whether a modal verb is a noun after all: the will expressed in 1921, a can opened."""
    words = [word.lower() for word in before.split()[-2:]]
    if not words or modal not in verb_forms("en")["nouns_too"]:
        return False
    noun, verb, adjective, _adverb = parts_of_speech(words[-1])
    owner = words[0] if adjective > noun + verb else words[-1]
    return owner in verb_forms("en")["nominal"] or owner.endswith(("’s", "'s"))
