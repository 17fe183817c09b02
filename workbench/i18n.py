"""The program's messages in the user's language, for the core and the window alike.

Translations are read straight from `locales/<language>.po`, so that a translator sees an edit at the next
start and no build step can be forgotten. English needs no file.
"""

import gettext
import io
import locale
import os
import re
from contextvars import ContextVar
from pathlib import Path

import polib

_catalogue: ContextVar[gettext.NullTranslations] = ContextVar("catalogue", default=gettext.NullTranslations())  # noqa: B039 -- NullTranslations without a fallback is never changed

# Beside the package, in the checkout as in an installation.
LOCALES = Path(__file__).parent.parent / "locales"
# Only what Babel and the file system call a language: never a path out of `locales`.
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*\Z")
_TRADITIONAL = frozenset(["TW", "HK", "MO"])  # regions that write Chinese in traditional letters


def _(message: str) -> str:
    """Translate a message given as a literal."""
    return _catalogue.get().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a message that counts `n` things."""
    return _catalogue.get().ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 -- gettext's customary mark
    """Mark a literal for translators that is translated later, with `_`, where it is shown."""
    return message


def use_language(language: str | None = None) -> str:
    """Take the catalogue of a language, the system's when None; give the language that is now spoken."""
    wanted = [language] if language else system_language()
    for tag in (tag for each in wanted for tag in candidates(each)):
        catalogue = load(tag)
        if catalogue is not None:
            _catalogue.set(catalogue)
            return tag
        if tag == "en":  # needs no catalogue, and comes before what is named after it
            break
    _catalogue.set(gettext.NullTranslations())
    return "en"


def candidates(language: str) -> list[str]:
    """Name the catalogues to try for a tag, the most particular first.

    `ko-KR` gives `ko_KR`, `ko`; Chinese goes by its script: `zh_CN` gives `zh_CN`, `zh_Hans`, `zh`.
    """
    tag = re.split(r"[.@]", language)[0].replace("-", "_")
    if not LANGUAGE_TAG.match(tag):
        return []
    first, *rest = tag.split("_")
    script = [f"zh_{_chinese_script(rest)}"] if first == "zh" else []
    return list(dict.fromkeys([tag, *script, first]))


def _chinese_script(parts: list[str]) -> str:
    """Tell simplified from traditional by script or, without one, by region (CLDR's likely subtags)."""
    if "Hant" in parts or ("Hans" not in parts and not _TRADITIONAL.isdisjoint(parts)):
        return "Hant"
    return "Hans"


def load(tag: str) -> gettext.GNUTranslations | None:
    """Read `locales/<tag>.po`; None when there is no such file."""
    path = LOCALES / f"{tag}.po"
    if not path.is_file():
        return None
    catalogue = polib.pofile(path.read_text(encoding="utf-8"))
    return gettext.GNUTranslations(io.BytesIO(catalogue.to_binary()))


def languages() -> dict[str, str]:
    """Name the languages the program speaks, each by its own name."""
    from babel import Locale  # noqa: PLC0415 -- no command needs it, and it takes a tenth of a second

    tags = ["en", *sorted(path.stem for path in LOCALES.glob("*.po"))]
    return {tag: Locale.parse(tag).get_display_name() or tag for tag in tags}


def system_language() -> list[str]:
    """Give the languages the user's system is set to, the one they like best first."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return [language for language in value.split(":") if language]
    return [locale.getlocale()[0] or "en"]


def spoken_language() -> str:
    """Give the language that is spoken now, as its catalogue says; English has none."""
    return _catalogue.get().info().get("language", "en")
