"""A text with what went and what came in its place, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from workbench.figures import direction
from workbench.report.article_text import LONGEST, left_out, written
from workbench.report.markup import Html, element, text, together

# A word with the blank behind it, so that a changed phrase is one piece; Han and kana one by one.
_WORD = re.compile(r"[㐀-鿿\uf900-\ufaffぁ-ヿ]|[^\s㐀-鿿\uf900-\ufaffぁ-ヿ]+\s*|\s+")


def replaced(before: str, after: str, language: str, reader: str) -> Html:
    """Write a changed text: `del` what went, `ins` what came."""
    rest = max(len(before), len(after)) - LONGEST
    body = together(pieces(before[:LONGEST], after[:LONGEST]))
    more = element("span", text(left_out(rest, reader)), class_="more", lang=reader) if rest > 0 else Html("")
    return element("bdi", body, more, lang=language, dir=direction(language))


def pieces(before: str, after: str) -> Iterator[Html]:
    """Give what stayed, what went and what came, in order."""
    a, b = _WORD.findall(before), _WORD.findall(after)
    for tag, start, end, new_start, new_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        old, new = "".join(a[start:end]), "".join(b[new_start:new_end])
        if tag == "equal":
            yield written(old)
            continue
        if old:
            yield element("del", written(old))
        if new:
            yield element("ins", written(new))
