"""Characters that no document can hold: control characters, halves of surrogate pairs, noncharacters.

Source: XML 1.0, section 2.2, Char; a text file that holds control characters is taken for a binary one.
"""

import re

from workbench.errors import WorkbenchError
from workbench.i18n import _

_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def storable(text: str) -> str:
    """Put U+FFFD for what cannot be held."""
    return _NEVER.sub("\ufffd", text)


def unstorable(text: str) -> list[str]:
    """Give the characters that cannot be held."""
    return _NEVER.findall(text)


def expect_storable(text: str, before: str, place: str) -> None:
    """Refuse characters that no text file and no XML holds, and that would make the whole file unreadable."""
    found = next((char for char in unstorable(text) if char not in before), None)
    if found:
        raise WorkbenchError(
            _("%(place)s holds the character %(character)s, which no document can hold; delete it.")
            % {"place": place, "character": ascii(found)}
        )
