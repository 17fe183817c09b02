"""Early, mid and late in a month or a year, as texts tell it."""

import re
from collections.abc import Iterator

from workbench.lang.small_letters import small_letters

Span = tuple[int, int]
_PHASE_WORDS = {
    word: phase
    for phase, words in {
        "early": "early beginning start 초 초순 상순 初 上旬 初め",
        "mid": "mid middle 중순 中旬",
        "late": "late end 말 하순 下旬 底 末",
    }.items()
    for word in words.split()
}
PHASES_SAID = frozenset(_PHASE_WORDS)
_PERIOD = "January|February|March|April|May|June|July|August|September|October|November|December"
_PHASES = {
    "en": re.compile(
        rf"\b(early|mid|late|beginning|start|middle|end)(?:[ -](?:in )?|\sof\s)(?:the )?"
        rf"(?:{_PERIOD}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b|(?:19|20)\d\d"
        r"|(?:(?:this|last|next|that) )?(?:month|year)\b)",
        re.IGNORECASE,
    ),
    "ko": re.compile(r"(?:월|년|해|달)\s?(초순|상순|초|중순|하순|말)(?![가-힣]{2})"),
    "zh": re.compile(r"[月年](初|上旬|中旬|下旬|底|末)"),
    "ja": re.compile(r"[月年](?:の)?(初め|初|上旬|中旬|下旬|末)"),
}


def phases(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Yield early, mid and late before (in East Asia after) a month or a year, with their places."""
    found = _PHASES.get(language)
    for match in found.finditer(text) if found else ():
        yield match.span(1), _PHASE_WORDS[small_letters(match[1])]
