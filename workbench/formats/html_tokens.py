"""The tokens of an HTML file with their offsets, as browsers cut them, in one pass that never looks back.

Source: HTML Standard (WHATWG), 13.2.5 Tokenization, and 13.2.6.2 for the elements whose content is no markup.
The standard library's parser gives offsets too, and judges these in tests; it needs four times as long, and
quadratic time for some broken files in the versions many systems still have.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# `=` begins a value; a quote that never closes leaves no tag, and browsers lose the rest of the file too.
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\t\n\f\r />]*+)"
    r"(?:[^>=]++|=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\t\n\f\r >]*+))*+>"
)
_COMMENT_END = re.compile(r"--!?>")
_SHORT_COMMENT = re.compile(r"<!--(?:>|->)")
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_NUMBER = re.compile(r"&#(?P<base>[xX]?)0*(?P<digits>[0-9a-fA-F]+);?\Z")
_MOST_DIGITS = 7  # of any character's number; Python itself refuses to read thousands
# Elements whose content is text to the end tag, whatever it looks like.
OPAQUE = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea"})
_ENDS = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in OPAQUE}


class Token(NamedTuple):
    """[start, end) of the file: text where `name` is "", else a tag `b` or `/b`, or `!` for what is neither.

    `within` names the opaque element a text stands in.
    """

    start: int
    end: int
    name: str = ""
    within: str = ""


def meaning(reference: str) -> str:
    """Give what a reference like `&amp;` or `&#65;` stands for."""
    number = _NUMBER.match(reference)
    if number is None:
        return unescape(reference)
    if len(number["digits"]) > _MOST_DIGITS:
        return "\ufffd"
    return unescape(f"&#{number['base']}{number['digits']};")


def tokens(text: str) -> Iterator[Token]:
    """Cut a file into tokens; they follow one another without gaps."""
    done = 0
    while done < len(text):
        found = _MARKUP.search(text, done)
        start = found.start() if found else len(text)
        if start > done:
            yield Token(done, start)
        if found is None:
            return
        token = markup(text, start)
        yield token
        done = token.end
        if token.name in OPAQUE and done < len(text):
            end = opaque_end(text, token)
            if end > done:
                yield Token(done, end, within=token.name)
            done = end


def markup(text: str, start: int) -> Token:
    """Read the markup that begins here."""
    tag = _TAG.match(text, start)
    if tag:
        return Token(start, tag.end(), tag["slash"] + tag["name"].lower())
    following = text[start + 1 : start + 3]
    if following[:1].isalpha() or (following[:1] == "/" and following[1:].isalpha()):
        return Token(start, len(text), "!")  # a tag that never ends
    if text.startswith("<!--", start):
        short = _SHORT_COMMENT.match(text, start)
        end = short or _COMMENT_END.search(text, start + 4)
        return Token(start, end.end() if end else len(text), "!")
    end_at = text.find(">", start)
    return Token(start, end_at + 1 if end_at >= 0 else len(text), "!")


def opaque_end(text: str, token: Token) -> int:
    """Find where the content of an opaque element ends."""
    end = _ENDS[token.name].search(text, token.end)
    return end.start() if end else len(text)
