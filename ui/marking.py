"""Commands of a reviewer's judgement: marks and what is said beneath them, and a score for a pair."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog

from ui.desk import Desk
from ui.dialogs.annotate import AnnotateDialog
from ui.dialogs.reply import ReplyDialog
from ui.dialogs.reviewers import ReviewersDialog, ratings_filter
from ui.marks import mark_title, talk, typology
from workbench.figures import count
from workbench.i18n import _
from workbench.model.annotation import Annotation, Reply
from workbench.model.document import Role
from workbench.mqm.ratings import Segment
from workbench.project.finding_marks import mark_of
from workbench.project.rating_files import read_ratings
from workbench.project.review_ratings import rated, take_in

SCORING = "scoring"  # the setting that shows a slider beneath the current pair


def annotate(desk: Desk) -> None:
    """Ask what is wrong with the selected words of the translation, and mark it."""
    editor, pair_id = desk.view.editor, desk.view.current_pair
    if editor is None or pair_id is None or not desk.session.flush():
        return
    start, end = editor.selected_span()
    dialog = AnnotateDialog(editor.text()[start:end], typology(), parent=desk.window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        mark = dialog.filled(
            Annotation(pair_id, Role.TRANSLATION, (start, end), "", "", author=desk.session.reviewer)
        )
        desk.session.do(lambda project: project.annotate([mark]))
    dialog.deleteLater()


def change_mark(desk: Desk, mark: Annotation) -> None:
    """Ask for another category, severity or note of a mark."""
    dialog = AnnotateDialog(mark.text, typology(), mark, parent=desk.window)
    if dialog.exec() == QDialog.DialogCode.Accepted and (changed := dialog.filled(mark)) != mark:
        desk.session.do(lambda project: project.revise_annotation(changed))
    dialog.deleteLater()


def reply_to(desk: Desk, mark: Annotation) -> None:
    """Ask for an answer to a mark."""
    said = [*([mark.note] if mark.note else []), *talk(mark)]
    dialog = ReplyDialog(mark_title(mark), said, desk.window)
    if dialog.exec() == QDialog.DialogCode.Accepted and (text := dialog.text()):
        answer = Reply(desk.session.reviewer, None, text)
        desk.session.do(lambda project: project.reply(mark.id, answer))
    dialog.deleteLater()


def reply(desk: Desk) -> None:
    """Answer the mark at the cursor or, where none is, the first one of the pair."""
    mark = mark_here(desk)
    if mark is None:
        desk.message.complain(_("Nothing is marked in this pair yet; mark an error first."))
    else:
        reply_to(desk, mark)


def mark_here(desk: Desk) -> Annotation | None:
    """Give the mark at the cursor, else the first one of the current pair."""
    marks = desk.session.marks.get(desk.view.current_pair or 0, ())
    editor = desk.view.editor
    place = editor.selected_span()[0] if editor else 0
    there = (one for one in marks if one.side is Role.TRANSLATION and one.span[0] <= place <= one.span[1])
    return next(there, next(iter(marks), None))


def mark_finding(desk: Desk) -> None:
    """Mark the first finding of the current pair as an error, in the words of the typology."""
    pair_id, project = desk.view.current_pair, desk.session.project
    if pair_id is None or project is None or not desk.session.flush():
        return
    found = desk.view.strip.findings()
    known = {mark.finding for mark in desk.session.marks.get(pair_id, ())}
    finding = next((one for one in found if one.fingerprint not in known), None)
    if finding is None:
        desk.message.complain(_("This pair has no finding that is not marked yet."))
        return
    (pair,) = project.pairs([pair_id])
    mark = mark_of(finding, pair, desk.session.reviewer, typology())
    desk.session.do(lambda project: project.annotate([replace(mark, pair=pair_id)]))


def switch_scoring(desk: Desk) -> None:
    """Show the slider beneath the current pair, or hide it."""
    on = not desk.view.strip.scoring
    desk.settings.setValue(SCORING, "yes" if on else "")
    desk.view.strip.show_slider(on=on)


def assess(desk: Desk) -> None:
    """Go to the slider of the current pair."""
    if not desk.view.strip.scoring:
        switch_scoring(desk)
    desk.view.strip.slider.begin()


def compare_reviewers(desk: Desk) -> None:
    """Show how far two reviewers agree: the open review beside a file, or two files."""
    session, project = desk.session, desk.session.project
    session.flush()
    own = None
    if project is not None and session.gathered.is_complete:
        marks = [mark for found in session.marks.values() for mark in found]
        name = project.documents()[Role.TRANSLATION].name
        own = project.path, rated(session.gathered.in_order(), marks, session.scores, name, session.reviewer)
    dialog = ReviewersDialog(own, session.reviewer, desk.window)
    dialog.exec()
    dialog.deleteLater()


def import_ratings(desk: Desk) -> None:
    """Ask for a file of others' marks and scores, and import them."""
    title = _("Import ratings")
    name, _filter = QFileDialog.getOpenFileName(desk.window, title, "", ratings_filter())
    if name:
        task = desk.session.compute(lambda _report: read_ratings(Path(name), typology()))
        task.succeeded.connect(partial(take_ratings, desk))
        task.failed.connect(desk.message.complain)


def take_ratings(desk: Desk, segments: Sequence[Segment]) -> None:
    """Import marks and scores, and say how many."""
    changes = desk.session.do(lambda project: take_in(project, segments))
    if changes is not None:
        said = _("Marks imported: %(marks)s, scores: %(scores)s")
        numbers = {
            "marks": count(len(changes.rows.get("annotation", ()))),
            "scores": count(len(changes.rows.get("assessment", ()))),
        }
        desk.message.tell(said % numbers)
