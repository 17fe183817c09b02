"""Who spoke, beside a quotation: "he said", "Mayor Ana Ruiz told reporters"."""

import re
from functools import cache

from workbench.lang.verbs import verb_forms

_NAME = r"[A-Z][\w’'-]*\.?(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]*\.?){0,4}"


@cache
def attribution() -> "re.Pattern[str]":
    """Give what an English attribution looks like from its first letter on: who, and a verb of speech."""
    verbs = "|".join(sorted(verb_forms("en")["speech"]))
    subject = rf"(?:he|she|they|I|we|{_NAME}|the [\w-]+(?: [\w-]+)?)"
    return re.compile(rf"(?:{subject} (?:{verbs})|(?:{verbs}) (?:{_NAME}|(?:the|an?|one|his|her) [\w-]+))\b")
