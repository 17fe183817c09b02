"""Every command there is, in one table: shortcuts, buttons, palette and key sheet are views of it."""

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog

from ui import linking
from ui.command import Command, keys_of, keys_text
from ui.deciding import (
    apply_fix,
    approve_and_next,
    dismiss,
    merge_next,
    move,
    move_to_finding,
    move_unreviewed,
    redo,
    set_status,
    split,
    undo,
)
from ui.desk import Desk
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.replace import ReplaceDialog
from ui.dialogs.sheet import KeySheet, Palette
from ui.files import batch_dialog, export_dialog, keep_copy, open_dialog, open_sample, save_report
from ui.marking import (
    annotate,
    assess,
    compare_reviewers,
    import_ratings,
    mark_finding,
    reply,
    switch_scoring,
)
from ui.settings import keep, names, table
from ui.theme import is_dark
from workbench.i18n import N_, _
from workbench.model.dismissal import Scope
from workbench.model.finding import Severity
from workbench.model.pair import Status
from workbench.project.analysis import Choices
from workbench.project.filtering import is_uneven
from workbench.project.scoring import DEFAULT_METRICS, HEADLINE

RESERVED = frozenset({"Tab", "Shift+Tab", "Ctrl+Space", "Shift+Space", "Alt+Space"})


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


def switch_theme(desk: Desk) -> None:
    """Go from light to dark or back."""
    desk.settings.setValue("theme", "light" if is_dark() else "dark")
    desk.dress()


def show_preferences(desk: Desk) -> None:
    """Ask what the user likes otherwise."""
    dialog = PreferencesDialog(desk.settings, desk.dress, desk.window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        desk.session.choose(choices(desk.settings))
        desk.speak()
    dialog.deleteLater()


def choices(settings: QSettings) -> Choices:
    """Give what the user wants computed."""
    metrics = dict.fromkeys([HEADLINE, *names(settings, "metrics", DEFAULT_METRICS)])
    known = {severity.value for severity in Severity}
    return Choices(
        tuple(metrics),
        frozenset(names(settings, "checks_off")),
        {check: Severity(value) for check, value in table(settings, "severities").items() if value in known},
    )


def show_palette(desk: Desk) -> None:
    """Let the user find a command by its name."""
    able = [command for command in COMMANDS if command.listed and can_run(command, desk)]
    titles = [(command.id, _(command.title), keys_text(command, desk.settings)) for command in able]
    dialog = Palette(titles, desk.window)
    chosen = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    for command in COMMANDS:
        if command.id == chosen:
            command.run(desk)


def show_keys(desk: Desk) -> None:
    """Show all commands with their keys, and let the user change them."""
    listed = [command for command in COMMANDS if command.listed]
    rows = [
        (command.id, _(command.title), next(iter(keys_of(command, desk.settings)), "")) for command in listed
    ]
    dialog = KeySheet(
        rows, lambda id_, key: change_key(desk, id_, key), lambda: reset_keys(desk), desk.window
    )
    dialog.exec()
    dialog.deleteLater()


def change_key(desk: Desk, id_: str, key: str) -> str:
    """Give a command another key, or none; say what stands against it."""
    taken = next(
        (
            command
            for command in COMMANDS
            if command.id != id_ and key and key in keys_of(command, desk.settings)
        ),
        None,
    )
    if taken is not None:
        return _("%(key)s is already used: %(command)s.") % {"key": key, "command": _(taken.title)}
    if key in RESERVED:
        return _("%(key)s belongs to input methods and screen readers.") % {"key": key}
    keep(desk.settings, "keys", {**table(desk.settings, "keys"), id_: key})
    put_keys(desk)
    return ""


def reset_keys(desk: Desk) -> None:
    """Give every command its own keys again."""
    desk.settings.remove("keys")
    put_keys(desk)


def put_keys(desk: Desk) -> None:
    """Let the window and its editors know the keys."""
    for action in desk.window.actions():
        command = next((command for command in COMMANDS if command.id == action.objectName()), None)
        if command is not None:
            action.setShortcuts([QKeySequence(key) for key in keys_of(command, desk.settings)])
    desk.keys.clear()
    desk.keys.update(window_keys(desk.settings))


def can_run(command: Command, desk: Desk) -> bool:
    """Tell whether a command makes sense now."""
    there = desk.session.project is not None or not command.needs_review
    return there and (desk.view.linking.on or not command.linking)


def window_keys(settings: QSettings) -> frozenset[str]:
    """Give the keys of all commands, which a text must leave to the window."""
    return frozenset(
        QKeySequence(key).toString()
        for command in COMMANDS
        for key in keys_of(command, settings)
        if not command.linking
    )


COMMANDS: tuple[Command, ...] = (
    Command("open", N_("Open…"), ("Ctrl+O",), open_dialog, needs_review=False),
    Command("sample", N_("Open the sample article"), (), open_sample, needs_review=False),
    Command("batch", N_("Review a folder…"), (), batch_dialog, needs_review=False),
    Command("export", N_("Export…"), ("Ctrl+E",), export_dialog),
    Command("report", N_("Save a report…"), ("Ctrl+Shift+E",), save_report),
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
    Command("next-finding", N_("Next pair with a finding"), ("F8",), move_to_finding(1)),
    Command("previous-finding", N_("Previous pair with a finding"), ("Shift+F8",), move_to_finding(-1)),
    Command("dismiss", N_("Finding 1 is no error here"), ("Ctrl+D",), dismiss(Scope.HERE)),
    Command(
        "dismiss-anywhere", N_("Finding 1 is no error anywhere"), ("Ctrl+Shift+D",), dismiss(Scope.ANYWHERE)
    ),
    Command("annotate", N_("Mark an error…"), ("Ctrl+M",), annotate),
    Command("mark-finding", N_("Finding 1 is an error: mark it"), ("Ctrl+Shift+M",), mark_finding),
    Command("reply", N_("Reply to a mark…"), ("Ctrl+R",), reply),
    Command("assess", N_("Score this pair from 0 to 100"), ("Ctrl+J",), assess),
    Command("scoring", N_("Show or hide the slider for scores"), ("Ctrl+Shift+J",), switch_scoring),
    Command(
        "reviewers", N_("Compare two reviewers…"), ("Ctrl+Shift+R",), compare_reviewers, needs_review=False
    ),
    Command("import-ratings", N_("Import ratings…"), (), import_ratings),
    Command("merge", N_("Merge with the next pair"), ("Alt+M",), merge_next),
    Command("split", N_("Split the pair after its first sentence"), ("Alt+S",), split),
    Command("find", N_("Find…"), ("Ctrl+F",), find_text),
    Command("replace", N_("Replace…"), ("Ctrl+H",), replace_text),
    Command("filter", N_("Filter rows"), ("Ctrl+L",), find_rows),
    Command("neighbours", N_("Filter: show neighbours, or only matches"), ("Ctrl+Alt+L",), switch_neighbours),
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
        switch_theme,
        needs_review=False,
    ),
    Command("preferences", N_("Preferences…"), ("Ctrl+,",), show_preferences, needs_review=False),
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
        action.setData(command.title)
        action.setShortcuts([QKeySequence(key) for key in keys_of(command, desk.settings)])
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
