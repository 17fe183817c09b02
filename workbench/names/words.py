"""The words of a text as the search for names sees them: where they stand, whether one opens a sentence."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from workbench.lang.name_words import name_words
from workbench.names.opaque import prose

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_MORE = r"(?:[^\W_][\u0300-\u036f]*)*"
_WORD = re.compile(
    rf"(?:{_LETTER}\.){{2,}}"  # U.S., J.K.
    rf"|{_LETTER}\.(?=\s*{_LETTER})"  # the O. of O. R. Smith
    rf"|{_LETTER}{_MORE}(?:['’ʼ\-‐‑]{_LETTER}{_MORE})*"
)
_POSSESSIVE = re.compile(r"['’ʼ]s\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。؟]|[“\"„«:]\s*\Z|\n")
_ABBREVIATED = 5  # letters at most, of a title with a full stop: Gen., Capt., Cmdr.

# Letters with a stroke and the like, which have no decomposition in Unicode, with their customary spelling.
_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h", "’": "'",
        "ʼ": "'", "‐": "-", "‑": "-",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive ending. `opens` says that a capital here may be due to the place alone.

    `gap` is what stands between the word before and this one.
    """

    text: str
    start: int
    end: int
    opens: bool
    gap: str

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital, be it after a prefix as in al-Assad or d’Estaing."""
        if self.text[0].isupper():
            return True
        head, _, rest = re.sub(r"['’ʼ‐‑]", "-", self.text).partition("-")
        return len(head) <= len("al") and rest[:1].isupper()

    @property
    def initials(self) -> bool:
        """Tell whether it is an initial or an abbreviation with full stops inside (U.S.)."""
        return self.text.endswith(".")

    @property
    def folded(self) -> str:
        """Give the word for look-up in word lists."""
        return self.text.casefold().replace("’", "'").rstrip(".")


def words_of(text: str, titles: frozenset[str]) -> list[Word]:
    """Cut a text into words; `titles` tells a title's full stop (Gen.) from a sentence's."""
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(prose(text)):
        start, bare = without_affixes(match.group())
        gap = text[end : match.start()]
        opening = not words or opens_sentence(gap, words[-1], titles)
        start += match.start()
        words.append(Word(bare, start, start + len(bare), opening, text[end:start]))
        end = match.end()
    return words


def without_affixes(written: str) -> tuple[int, str]:
    """Give where the word proper begins, and the word: without ’s, without anti- and -led."""
    english = name_words("en")  # the only language here that joins such parts with a hyphen
    bare = _POSSESSIVE.sub("", written)
    head, hyphen, rest = bare.partition("-")
    start = len(head + hyphen) if head in english.compound_starts and rest[:1].isupper() else 0
    stem, _, ending = bare[start:].rpartition("-")
    return start, stem if stem and ending in english.compound_ends else bare[start:]


def opens_sentence(gap: str, before: Word, titles: frozenset[str]) -> bool:
    """Tell whether a sentence may begin after this gap."""
    if gap.startswith(".") and before.folded in titles and len(before.text) <= _ABBREVIATED:
        return False
    if before.initials and gap.isspace():
        return False
    return _SENTENCE_END.search(gap) is not None


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Case-fold, take diacritics off, unify apostrophes and hyphens: what two spellings of one form share."""
    letters = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def has_marks(text: str) -> bool:
    """Tell whether a text has letters with diacritics."""
    return plain(text) != text.casefold().replace("’", "'")
