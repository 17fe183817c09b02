"""Inline codes: what stands inside a sentence of an XLIFF or TMX file and is no text (markup, placeholders).

In a text they are written ⟦1⟧ … ⟦/1⟧ where they enclose something and ⟦2/⟧ where they stand alone, with the
code's own id; a window shows them as chips. The two brackets themselves are written ⟦(⟧ and ⟦)⟧.
"""

import re
from collections import Counter
from collections.abc import Iterator

CODE = re.compile("⟦[^⟦⟧]*⟧")
_BRACKETS = str.maketrans({"⟦": "⟦(⟧", "⟧": "⟦)⟧"})
_LITERAL = {"⟦(⟧": "⟦", "⟦)⟧": "⟧"}


def escaped(text: str) -> str:
    """Write characters of a file so that none of them is taken for a code."""
    return text.translate(_BRACKETS) if "⟦" in text or "⟧" in text else text


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into characters of the file (False) and codes (True), in order."""
    done = 0
    for found in CODE.finditer(text):
        if found.start() > done:
            yield text[done : found.start()], False
        literal = _LITERAL.get(found[0])
        yield (literal, False) if literal else (found[0], True)
        done = found.end()
    if done < len(text):
        yield text[done:], False


def without_codes(text: str) -> str:
    """Give the characters of the file alone, for readers who know no codes."""
    return "".join(piece for piece, is_code in parts(text) if not is_code)


def as_tags(text: str) -> str:
    """Write codes as tags of their names, <1> … </1> and <2/>, where nothing but characters can be kept."""
    return "".join(f"<{piece[1:-1]}>" if is_code else piece for piece, is_code in parts(text))


def codes(text: str) -> Counter[str]:
    """Count the codes of a text."""
    return Counter(piece for piece, is_code in parts(text) if is_code)


def is_balanced(text: str) -> bool:
    """Tell whether every code that encloses is closed, behind its beginning and within what encloses it."""
    open_codes: list[str] = []
    for piece, is_code in parts(text):
        if not is_code or piece.endswith("/⟧"):
            continue
        if not piece.startswith("⟦/"):
            open_codes.append(piece)
        elif not open_codes or open_codes.pop() != "⟦" + piece[2:]:
            return False
    return not open_codes
