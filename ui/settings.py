"""What the user chose, kept between sessions."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings

THEMES = ("system", "light", "dark", "contrast")
SCALES = (80, 90, 100, 115, 130, 150, 175, 200)  # percent


def theme(settings: QSettings) -> str:
    """Give the theme: one of THEMES."""
    chosen = str(settings.value("theme", "system"))
    return chosen if chosen in THEMES else "system"


def scale(settings: QSettings) -> int:
    """Give the size of all texts in percent."""
    try:
        chosen = int(str(settings.value("scale", 100)))
    except ValueError:
        chosen = 100
    return min(max(chosen, SCALES[0]), SCALES[-1])


def text(settings: QSettings, key: str) -> str:
    """Give a text, empty where none was chosen."""
    return str(settings.value(key, "") or "")


def names(settings: QSettings, key: str, usual: Sequence[str] = ()) -> list[str]:
    """Give a list of names; the usual ones where none was chosen."""
    found = loaded(settings, key)
    return [str(name) for name in found] if isinstance(found, list) else list(usual)


def table(settings: QSettings, key: str) -> dict[str, str]:
    """Give names with what stands for each."""
    found = loaded(settings, key)
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def keep(settings: QSettings, key: str, value: Sequence[str] | Mapping[str, str]) -> None:
    """Keep a list or a table."""
    settings.setValue(key, json.dumps(value, ensure_ascii=False))


def loaded(settings: QSettings, key: str) -> object:
    """Read what was kept; what somebody broke counts as not chosen."""
    try:
        return json.loads(text(settings, key) or "null")
    except ValueError:
        return None
