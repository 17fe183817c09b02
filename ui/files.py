"""Commands about files: what is opened, exported, copied."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog

from ui.desk import Desk
from ui.dialogs.batch import BatchDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.open import OpenDialog
from ui.session import Session
from workbench.i18n import _
from workbench.model.document import Role
from workbench.project.exporting import suffixes
from workbench.project.intake import Inputs
from workbench.project.places import recent_reviews, sample_article


def open_dialog(desk: Desk, dropped: Sequence[Path] = ()) -> None:
    """Ask for files and open them; those that were dropped on the window stand there already."""
    dialog = OpenDialog(recent_reviews(), desk.window)
    dialog.take(dropped)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        open_inputs(desk.session, dialog.inputs())
    dialog.deleteLater()


def open_dropped(desk: Desk, paths: Sequence[Path]) -> None:
    """Open a review that was dropped on the window, or ask about texts."""
    if len(paths) == 1 and paths[0].suffix.lower() == ".twb":
        desk.session.open_review(paths[0])
    elif paths:
        open_dialog(desk, paths)


def open_inputs(session: Session, inputs: Inputs) -> None:
    """Open a review, or make one of texts."""
    translation = inputs.paths[Role.TRANSLATION]
    if translation.suffix.lower() == ".twb":
        session.open_review(translation)
    else:
        session.open_texts(inputs)


def open_paths(session: Session, paths: Mapping[Role, Path]) -> None:
    """Open files about which nothing more is known."""
    open_inputs(session, Inputs(paths, {}))


def batch_dialog(desk: Desk) -> None:
    """Review a folder of articles; the one that is chosen there afterwards is opened."""
    dialog = BatchDialog(desk.window)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    if chosen is not None:
        desk.session.open_review(chosen)


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
    desk.session.flush()
    dialog = ExportDialog(suggested, suffixes(translation), desk.session.sample(), desk.window)
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


def save_report(desk: Desk) -> None:
    """Ask for a file and write the report on the review to it: a page to read and print, or JSON."""
    project = desk.session.project
    if project is None:
        return
    suggested = str(Path.home() / f"{project.path.stem}.html")
    known = "HTML (*.html);;JSON (*.json)"
    name, _chosen = QFileDialog.getSaveFileName(desk.window, _("Save a report"), suggested, known)
    if name:
        desk.session.report(Path(name))
