"""An entry of a glossary: one name or term, its agreed forms in any languages, and the forms to avoid."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What a glossary says of a form."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """One form; `language` is a BCP 47 tag."""

    form: str
    language: str
    standing: Standing = Standing.PREFERRED


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """Forms that stand for one thing; `kind` is "person", "place" … or "".

    `place` says where it was read, for people: "line 7", "concept c12".
    """

    terms: tuple[Term, ...]
    kind: str = ""
    note: str = ""
    place: str = ""

    def forms(self, language: str, *standings: Standing) -> list[str]:
        """Give the forms in a language (its first subtag counts), those of these standings only."""
        main = main_tag(language)
        return [
            term.form
            for term in self.terms
            if main_tag(term.language) == main and (not standings or term.standing in standings)
        ]

    def right_form(self, language: str) -> str | None:
        """Give the form to write in a language; None when the entry names none."""
        right = self.forms(language, Standing.PREFERRED) or self.forms(language, Standing.ADMITTED)
        return right[0] if right else None

    def languages(self) -> list[str]:
        """Give the languages of the entry in the order they came."""
        return list(dict.fromkeys(term.language for term in self.terms))

    def foreign(self, language: str) -> Iterator[str]:
        """Yield the forms that are of another language than this and are not to be avoided."""
        main = main_tag(language)
        for term in self.terms:
            if main_tag(term.language) != main and term.standing is not Standing.FORBIDDEN:
                yield term.form


def main_tag(language: str) -> str:
    """Give the language itself of a tag: en of en-GB."""
    return language.replace("_", "-").split("-")[0].casefold()
