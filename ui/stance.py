"""Where a reviewer stands in a window, so that another window can take it up."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from ui.main_window import MainWindow
from workbench.project.replacing import Search

_ONCE = Qt.ConnectionType.SingleShotConnection


@dataclass(frozen=True, slots=True)
class Stance:
    """The review and the place in it; sizes, panels and keys are in the settings already."""

    review: Path | None  # the file the user knows, also where a copy of it is read
    to_read: bool
    pair: int | None
    selection: tuple[int, int]  # of the translation, in code points
    linking: bool
    query: str  # of the filter
    neighbours: bool
    search: Search | None  # None where the bar that finds text is put away
    guided: bool


def stance_of(window: MainWindow) -> Stance:
    """Tell where the reviewer stands; what an input method holds becomes text first."""
    session, view = window.session, window.view
    if view.editor:
        view.editor.finish_composing()
    return Stance(
        session.home,
        session.to_read,
        view.current_pair,
        view.editor.selected_span() if view.editor else (0, 0),
        view.linking.on,
        window.filter.line.text(),
        window.filter.neighbours,
        window.find_bar.search() if window.find_bar.isVisible() else None,
        window.guide.isVisible(),
    )


def resume(window: MainWindow, stance: Stance) -> None:
    """Let a new window stand where another stood."""
    if stance.guided:
        window.show_guide()
    if stance.review is None:
        return
    # Opening a large review takes its time, and the window itself goes to some pair first.
    window.session.opened.connect(lambda: QTimer.singleShot(0, window, lambda: stand(window, stance)), _ONCE)
    if stance.to_read:
        window.session.read_copy(stance.review)
    else:
        window.session.open_review(stance.review)


def stand(window: MainWindow, stance: Stance) -> None:
    """Go to the pair, and filter the rows when what a filter may ask for is known."""
    session, view = window.session, window.view
    if session.home != stance.review:
        return  # that one could not be opened, and the user went on with another
    view.go_near(stance.pair)
    if view.editor:
        view.editor.select(*stance.selection)
    view.set_linking(on=stance.linking)
    if stance.search is not None:
        window.find_bar.restore(stance.search)
    if stance.query and session.gathered.is_large:
        sift(window, stance)
    elif stance.query:
        session.analysed.connect(lambda _analysis: sift(window, stance), _ONCE)


def sift(window: MainWindow, stance: Stance) -> None:
    """Filter the rows; whoever began to write meanwhile goes on where they were."""
    view = window.view
    here = view.editor.selected_span() if view.editor else (0, 0)
    window.filter.restore(stance.query, neighbours=stance.neighbours)
    if view.editor and view.current_pair == stance.pair:
        view.editor.select(*here)
