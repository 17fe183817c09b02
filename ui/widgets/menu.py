"""Menus: every entry has a letter of its own, in whatever script the program speaks."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from string import ascii_uppercase

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

Entry = tuple[str, str, Callable[[], object]]  # a title, its English, what it does

# Scripts that are typed through an input method: no key of a keyboard is one of their letters.
_COMPOSED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_MARK = re.compile(r"\(&\w\)|&(?=[^&\s])(?<!&&)")
_END = re.compile(r"[\s.…]*\Z")


def with_letters(titles: Sequence[str], english: Sequence[str]) -> list[str]:
    """Mark in each title, by "&", a letter that no other title has; one for which none is left goes without.

    The first letters of words are taken before others. Where titles are typed through an input method, a
    letter of the English title follows in brackets, as is usual there: "열기(&O)…".
    """
    taken: set[str] = set()
    marked = []
    for title, original in zip(titles, english, strict=True):
        plain = unmarked(title)
        composed = any(map(is_composed, plain))
        offered = [*letters(unmarked(original)), *ascii_uppercase] if composed else letters(plain)
        letter = next((one for one in offered if one.casefold() not in taken), "")
        taken.add(letter.casefold())
        marked.append(bracketed(plain, letter) if composed else underlined(plain, letter))
    return marked


def unmarked(title: str) -> str:
    """Take the marks out of a title that has some; a doubled "&" stands for itself."""
    return "&&".join(_MARK.sub("", part) for part in title.split("&&"))


def is_composed(letter: str) -> bool:
    """Tell whether a letter is typed through an input method."""
    return unicodedata.name(letter, "").startswith(_COMPOSED)


def letters(title: str) -> Iterator[str]:
    """Give the letters that may be marked, the first ones of words before the others."""
    yield from (word[0] for word in re.findall(r"[^\W\d_]\w*", title))
    yield from re.findall(r"[^\W\d_]", title)


def underlined(title: str, letter: str) -> str:
    """Mark a letter of a title: at the beginning of a word if it stands there, too."""
    if not letter:
        return title
    found = re.search(rf"\b{re.escape(letter)}", title)
    place = found.start() if found else title.index(letter)
    return f"{title[:place]}&{title[place:]}"


def bracketed(title: str, letter: str) -> str:
    """Put a letter behind a title, but before its dots."""
    place = _END.search(title)
    end = place.start() if place and letter else len(title)
    return f"{title[:end]}(&{letter.upper()}){title[end:]}" if letter else title


def menu_of(entries: Sequence[Entry], parent: QWidget) -> QMenu:
    """Make a menu, its letters chosen."""
    menu = QMenu(parent)
    titles = with_letters(
        [title for title, _english, _do in entries], [english for _, english, _do in entries]
    )
    for title, (_title, _english, do) in zip(titles, entries, strict=True):
        menu.addAction(title).triggered.connect(partial(run, do))
    return menu


def run(do: Callable[[], object], _checked: bool = False) -> None:
    """Do what an entry is for, whatever Qt tells about it."""
    do()


def menu_of_actions(actions: Sequence[QAction], parent: QWidget) -> QMenu:
    """Make a menu that does actions, whose data are their English titles, and is as they are."""
    menu = menu_of([(action.text(), str(action.data() or ""), action.trigger) for action in actions], parent)
    for entry, action in zip(menu.actions(), actions, strict=True):
        follow = partial(follow_action, entry, action, entry.text())
        follow()
        action.changed.connect(follow)
    return menu


def follow_action(entry: QAction, action: QAction, title: str) -> None:
    """Let an entry show the key of an action and be grey when it is; the key itself stays with the action."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    entry.setText(f"{title}\t{key}" if key else title)
    entry.setEnabled(action.isEnabled())
