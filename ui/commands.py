"""Every command there is, in one table: shortcuts, buttons, palette and key sheet are views of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui import linking
from ui.dialogs.export import ExportDialog
from ui.dialogs.open import OpenDialog
from ui.dialogs.replace import ReplaceDialog
from ui.dialogs.sheet import KeySheet, Palette
from ui.session import Session
from ui.views.aligned import AlignedView
from ui.widgets.filter_field import FilterField
from ui.widgets.find_bar import FindBar
from ui.widgets.message import Message
from workbench.i18n import N_, _
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project import Project
from workbench.project.exporting import suffixes
from workbench.project.filtering import is_uneven
from workbench.project.intake import Inputs
from workbench.project.places import sample_article


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command works on."""

    window: QWidget
    session: Session
    view: AlignedView
    message: Message
    filter: FilterField
    find: FindBar
    switch_theme: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    `keys` are in Qt's portable notation; `needs_review` greys it without a review, `linking` but while
    sentences are linked; one that is not `listed` is left out where people read.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    run: Callable[[Desk], None]
    needs_review: bool = True
    linking: bool = False
    listed: bool = True


def open_dialog(desk: Desk) -> None:
    """Ask for files and open them."""
    dialog = OpenDialog(desk.window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        open_paths(desk.session, dialog.paths())
    dialog.deleteLater()


def open_paths(session: Session, paths: dict[Role, Path]) -> None:
    """Open a review, or make one of texts."""
    translation = paths[Role.TRANSLATION]
    if translation.suffix.lower() == ".twb":
        session.open_review(translation)
    else:
        session.open_texts(Inputs(paths, {}))


def open_sample(desk: Desk) -> None:
    """Open the sample article that comes with the program."""
    open_paths(desk.session, sample_article())


def export_dialog(desk: Desk) -> None:
    """Ask for a file and export to it."""
    project = desk.session.project
    if project is None:
        return
    translation = project.documents()[Role.TRANSLATION]
    suggested = Path(translation.path).parent / f"{project.path.stem}.reviewed.po"
    dialog = ExportDialog(suggested, suffixes(translation), desk.window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        desk.session.export(dialog.path(), dialog.options())
    dialog.deleteLater()


def keep_copy(desk: Desk) -> None:
    """Ask for a file and keep a copy of the review in it."""
    project = desk.session.project
    if project is None:
        return
    suggested = str(Path.home() / project.path.name)
    name, _chosen = QFileDialog.getSaveFileName(desk.window, _("Keep a copy"), suggested, "(*.twb)")
    if name:
        desk.session.keep_copy(Path(name).with_suffix(".twb"))


def undo(desk: Desk) -> None:
    """Take the last step back and go to where it was made."""
    step_through(desk, lambda project: project.undo())


def redo(desk: Desk) -> None:
    """Make the step again and go to where it was made."""
    step_through(desk, lambda project: project.redo())


def step_through(desk: Desk, operation: Callable[[Project], ChangeSet | None]) -> None:
    """Go through the history by one step; letters that an input method still holds are typed first."""
    if desk.view.editor:
        desk.view.editor.finish_composing()
    changes = desk.session.do(operation)
    desk.view.go_to_pair(changes.place if changes else None)


def move(rows: int) -> Callable[[Desk], None]:
    """Make a command that goes some rows on."""

    def run(desk: Desk) -> None:
        desk.view.go_to_row(desk.view.currentIndex().row() + rows)

    return run


def move_unreviewed(step: int) -> Callable[[Desk], None]:
    """Make a command that goes to the next pair, in a direction, that nobody decided on."""

    def run(desk: Desk) -> None:
        row = desk.view.next_row(step, lambda pair: pair.status is Status.UNREVIEWED)
        if row is not None:
            desk.view.go_to_row(row)

    return run


def set_status(status: Status) -> Callable[[Desk], None]:
    """Make a command that records a decision about the current pair."""

    def run(desk: Desk) -> None:
        pair_id = desk.view.current_pair
        if pair_id is not None:
            desk.session.do(lambda project: project.set_status([pair_id], status))

    return run


def approve_and_next(desk: Desk) -> None:
    """Approve the current pair and go to the next unreviewed one."""
    set_status(Status.APPROVED)(desk)
    move_unreviewed(1)(desk)


def apply_fix(number: int) -> Callable[[Desk], None]:
    """Make a command that applies one fix of the current pair."""

    def run(desk: Desk) -> None:
        desk.view.strip.apply(number)

    return run


def merge_next(desk: Desk) -> None:
    """Merge the current pair with the next one."""
    row = desk.view.currentIndex().row()
    ids = desk.view.ids(range(row, row + 2))
    if len(ids) == 2:  # noqa: PLR2004 -- a pair and its neighbour
        desk.session.do(lambda project: project.merge(ids))
        desk.view.go_to_pair(ids[0])


def split(desk: Desk) -> None:
    """Split the current pair after its first sentences."""
    pair_id = desk.view.current_pair
    if pair_id is not None:
        desk.session.do(lambda project: project.split(pair_id, dict.fromkeys(Role, 1)))
        desk.view.go_to_pair(pair_id)


def find_rows(desk: Desk) -> None:
    """Go to the field that filters the rows."""
    desk.filter.begin()


def find_text(desk: Desk) -> None:
    """Show the bar that finds text, with what is marked."""
    desk.find.begin(desk.view.marked_text())


def replace_text(desk: Desk) -> None:
    """Ask what to replace, show every hit, and replace those that were ticked."""
    desk.session.flush()
    wanted = desk.view.marked_text() or desk.find.line.text()
    dialog = ReplaceDialog(desk.session.gathered, wanted, desk.window)
    if dialog.exec() == QDialog.DialogCode.Accepted and (hits := dialog.hits()):
        desk.session.do(lambda project: project.replace(hits))
    dialog.deleteLater()


def switch_neighbours(desk: Desk) -> None:
    """Show the pairs beside those that a filter lets through, or not."""
    desk.filter.switch_neighbours()


def switch_linking(desk: Desk) -> None:
    """Begin or end linking sentences by hand."""
    desk.view.set_linking(on=not desk.view.linking.on)


def by_hand(act: linking.Act) -> Callable[[Desk], None]:
    """Make a command of an act on links."""
    return lambda desk: act(desk.session, desk.view)


def close_window(desk: Desk) -> None:
    """Close the window; nothing needs saving."""
    desk.window.close()


def show_palette(desk: Desk) -> None:
    """Let the user find a command by its name."""
    able = [command for command in COMMANDS if command.listed and can_run(command, desk)]
    titles = [(command.id, _(command.title), keys_text(command)) for command in able]
    dialog = Palette(titles, desk.window)
    chosen = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    for command in COMMANDS:
        if command.id == chosen:
            command.run(desk)


def show_keys(desk: Desk) -> None:
    """Show all commands with their keys."""
    listed = [command for command in COMMANDS if command.listed and command.keys]
    dialog = KeySheet([(_(command.title), keys_text(command)) for command in listed], desk.window)
    dialog.exec()
    dialog.deleteLater()


def can_run(command: Command, desk: Desk) -> bool:
    """Tell whether a command makes sense now."""
    there = desk.session.project is not None or not command.needs_review
    return there and (desk.view.linking.on or not command.linking)


def window_keys() -> frozenset[str]:
    """Give the keys of all commands, which a text must leave to the window."""
    return frozenset(
        QKeySequence(key).toString() for command in COMMANDS for key in command.keys if not command.linking
    )


def keys_text(command: Command) -> str:
    """Give a command's keys as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in command.keys[:1])


COMMANDS: tuple[Command, ...] = (
    Command("open", N_("Open…"), ("Ctrl+O",), open_dialog, needs_review=False),
    Command("sample", N_("Open the sample article"), (), open_sample, needs_review=False),
    Command("export", N_("Export…"), ("Ctrl+E",), export_dialog),
    Command("copy", N_("Keep a copy…"), ("Ctrl+Shift+S",), keep_copy),
    Command("undo", N_("Undo"), ("Ctrl+Z",), undo),
    Command("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), redo),
    Command("next", N_("Next pair"), ("Ctrl+Down",), move(1)),
    Command("previous", N_("Previous pair"), ("Ctrl+Up",), move(-1)),
    Command("next-unreviewed", N_("Next unreviewed pair"), ("Ctrl+Shift+Down",), move_unreviewed(1)),
    Command("previous-unreviewed", N_("Previous unreviewed pair"), ("Ctrl+Shift+Up",), move_unreviewed(-1)),
    Command("approve", N_("Approve and next"), ("Ctrl+Return", "Ctrl+Enter"), approve_and_next),
    Command("needs-work", N_("Needs work"), ("Ctrl+U",), set_status(Status.NEEDS_WORK)),
    Command("unreviewed", N_("Mark as unreviewed"), ("Ctrl+Alt+U",), set_status(Status.UNREVIEWED)),
    Command("fix-1", N_("Apply fix 1 (and so on to 9)"), ("Ctrl+1",), apply_fix(1)),
    *(
        Command(f"fix-{number}", N_("Apply fix"), (f"Ctrl+{number}",), apply_fix(number), listed=False)
        for number in range(2, 10)
    ),
    Command("merge", N_("Merge with the next pair"), ("Alt+M",), merge_next),
    Command("split", N_("Split the pair after its first sentence"), ("Alt+S",), split),
    Command("find", N_("Find…"), ("Ctrl+F",), find_text),
    Command("replace", N_("Replace…"), ("Ctrl+H",), replace_text),
    Command("filter", N_("Filter rows"), ("Ctrl+L",), find_rows),
    Command(
        "neighbours", N_("Filter: show neighbours, or only what fits"), ("Ctrl+Alt+L",), switch_neighbours
    ),
    Command("linking", N_("Link sentences by hand, or edit again"), ("Ctrl+Shift+L",), switch_linking),
    *(
        Command(f"link-{id_}", title, keys, by_hand(act), linking=True)
        for id_, title, keys, act in (
            ("merge", N_("Linking: merge with the next pair"), ("M",), linking.merge),
            ("split", N_("Linking: split after the first sentences"), ("S",), linking.split),
            ("up", N_("Linking: first sentence to the pair above"), ("U",), linking.push(-1)),
            ("down", N_("Linking: last sentence to the pair below"), ("D",), linking.push(1)),
            ("link", N_("Linking: take this side’s sentences, then put them here"), ("L",), linking.link),
            ("unlink", N_("Linking: a pair for each side"), ("X",), linking.unlink),
            ("confirm", N_("Linking: confirm the pair"), ("C",), linking.confirm),
            ("uneven", N_("Linking: next pair that is not 1:1"), ("N",), linking.seek(is_uneven)),
            (
                "unconfirmed",
                N_("Linking: next pair not confirmed"),
                ("Shift+N",),
                linking.seek(lambda pair: not pair.confirmed),
            ),
            ("left", N_("Linking: choose the text at the left"), ("Left",), linking.choose(-1)),
            ("right", N_("Linking: choose the text at the right"), ("Right",), linking.choose(1)),
            ("leave", N_("Linking: edit again"), ("Esc",), linking.leave),
        )
    ),
    Command(
        "theme",
        N_("Light or dark theme"),
        ("Ctrl+Shift+T",),
        lambda desk: desk.switch_theme(),
        needs_review=False,
    ),
    Command("palette", N_("Commands"), ("Ctrl+K",), show_palette, needs_review=False),
    Command("keys", N_("Keys"), ("F1",), show_keys, needs_review=False),
    Command("quit", N_("Quit"), ("Ctrl+Q",), close_window, needs_review=False),
)


def make_actions(desk: Desk) -> dict[str, QAction]:
    """Make Qt's action for each command; they follow whether a review is open."""
    actions = {}
    for command in COMMANDS:
        action = QAction(_(command.title), desk.window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.triggered.connect(runner(command, desk))
        action.setEnabled(not command.needs_review)
        if command.linking:
            desk.view.linking_changed.connect(action.setEnabled)
        elif command.needs_review:
            desk.session.opened.connect(enabler(action, enabled=True))
            desk.session.closing.connect(enabler(action, enabled=False))
        desk.window.addAction(action)
        actions[command.id] = action
    return actions


def runner(command: Command, desk: Desk) -> Callable[[], None]:
    """Bind a command to its desk."""
    return lambda: command.run(desk)


def enabler(action: QAction, *, enabled: bool) -> Callable[[], None]:
    """Bind an action's state."""
    return lambda: action.setEnabled(enabled)
