"""A review that is open: what can be asked of it and what can be done to it.

Everything here is called on the thread that opened the review. Long work (reading, aligning, scoring,
names) is done by the plain functions of this package on the values given here, on any thread; its results
come back as an operation, or as what is shown.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from workbench.model.annotation import Annotation, Assessment, Reply
from workbench.model.bead import ReviewBead
from workbench.model.changes import ChangeSet, Step
from workbench.model.dismissal import Dismissal, Dismissals, Scope
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.model.pair import Pair, Status
from workbench.project import (
    annotating,
    annotations,
    beads,
    catalogue,
    checking,
    correcting,
    dismissals,
    editing,
    exporting,
    importing,
    queries,
    realignment,
    replacing,
)
from workbench.project.entry_rows import Part
from workbench.project.intake import TextRead
from workbench.project.remarks import keep_remarks, kept_remarks
from workbench.project.replacing import Hit
from workbench.project.wholeness import expect_whole
from workbench.store import Operation, Store
from workbench.store.files import remove_all
from workbench.text.display import printable

_SAMPLE = 50  # pairs: enough that some are approved


class Project:
    """One review, from open to close."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents = queries.documents(store, kept_remarks(store))

    @classmethod
    def create(cls, path: Path, texts: Mapping[Role, TextRead], rows: Sequence[ReviewBead]) -> Self:
        """Make a review of texts that were read and aligned."""
        store = Store.create(path)
        try:
            importing.import_texts(store, texts, rows)
            keep_remarks(store, texts)
            return cls(store)
        except BaseException:
            store.close()
            remove_all(path)
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a review; what is wrong with the file is said in one sentence."""
        store = Store.open(path)
        try:
            expect_whole(store)
            catalogue.finish(store)
            return cls(store)
        except BaseException:
            store.close()
            raise

    @classmethod
    def open_checked(cls, path: Path) -> Self:
        """Open a review that another process of this program opened, or made, a moment ago."""
        return cls(Store.open(path, checked=True))

    @classmethod
    def open_to_read(cls, path: Path, folder: Path) -> Self:
        """Open a copy, made in a folder, of a review that another program has open."""
        copy = folder / path.name
        for companion in ("", "-wal"):
            there = path.with_name(path.name + companion)
            if there.exists():
                shutil.copyfile(there, copy.with_name(copy.name + companion))
        return cls.open(copy)

    def arrive(self, some: Part | None) -> None:
        """Take entries that a catalogue still had to give; None: it has given all."""
        catalogue.arrive(self._store, some)

    def settle(self) -> None:
        """Tidy up behind what arrived, which takes some milliseconds; best after every few parts."""
        self._store.settle()

    def close(self) -> None:
        """Close the review; nothing needs saving."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What there is

    @property
    def path(self) -> Path:
        """Give the review's file."""
        return self._store.path

    def documents(self) -> Mapping[Role, queries.DocumentInfo]:
        """Give the texts by role."""
        return self._documents

    def languages(self) -> dict[Role, str]:
        """Give the language of each text."""
        return {role: info.language for role, info in self._documents.items()}

    def is_of(self, texts: Mapping[Role, TextRead]) -> bool:
        """Tell whether the review is of just these texts."""
        return texts.keys() == self._documents.keys() and self.has_texts(texts)

    def has_texts(self, texts: Mapping[Role, TextRead]) -> bool:
        """Tell whether these texts of the review are just these."""
        return all(text.data == queries.content(self._store, role) for role, text in texts.items())

    def has_work(self) -> bool:
        """Tell whether a person did anything here after the import."""
        return any(step.name != importing.IMPORT for step in self._store.history())

    def pair_ids(self) -> list[int]:
        """Give the ids of all pairs in order."""
        return queries.pair_ids(self._store)

    def pairs(self, ids: Sequence[int] | None = None) -> list[Pair]:
        """Give pairs by their ids, all of them when None."""
        return queries.pairs(self._store, self.pair_ids() if ids is None else ids)

    def pairs_touched(self, changes: ChangeSet) -> set[int]:
        """Give the ids of the pairs whose texts or decisions a change touched."""
        marked = annotations.pairs_of_marks(self._store, changes)
        return queries.pairs_touched(self._store, changes.rows) | marked

    def annotations(self, ids: Sequence[int] | None = None) -> list[Annotation]:
        """Give the marks of pairs, of all of them when None."""
        wanted = annotations.marked_pairs(self._store, "annotation") if ids is None else ids
        return annotations.annotations(self._store, self.pairs(wanted))

    def assessments(self, ids: Sequence[int] | None = None) -> list[Assessment]:
        """Give the scores that reviewers gave to pairs, to all of them when None."""
        wanted = annotations.marked_pairs(self._store, "assessment") if ids is None else ids
        return annotations.assessments(self._store, self.pairs(wanted))

    def keeps_order(self, changes: ChangeSet) -> bool:
        """Tell whether a change left the pairs that were there in their order, none new and none gone."""
        return not self._store.altered(changes, "pair", "position")

    def outlines(self, ids: Sequence[int]) -> Iterator[tuple[int, Status, bool]]:
        """Give of pairs: id, status, whether they are not one sentence against one; see `queries`."""
        others = [role for role in (Role.REFERENCE, Role.SOURCE) if role in self._documents]
        return queries.outlines(self._store, ids, others[0] if others else None)

    def dismissals(self) -> Dismissals:
        """Give the findings that are no errors, as the reviewer said."""
        return dismissals.dismissals(self._store)

    def history(self) -> list[Step]:
        """Give the steps of the review, oldest first."""
        return self._store.history()

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back; the import itself is not one."""
        done = [step.name for step in self._store.history() if not step.undone]
        return bool(done) and done[-1] != importing.IMPORT

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step to make again."""
        return self._store.can_redo

    # What can be done: each one operation

    def set_text(self, pair_id: int, text: str) -> ChangeSet:
        """Give a pair's translation a new text."""
        return editing.set_text(self._store, pair_id, text)

    def set_status(self, ids: Sequence[int], status: Status) -> ChangeSet:
        """Record what was decided about pairs."""
        return editing.set_status(self._store, ids, status)

    def annotate(self, marks: Sequence[Annotation]) -> ChangeSet:
        """Keep a reviewer's marks."""
        return annotating.annotate(self._store, marks)

    def take_in(self, marks: Sequence[Annotation], scores: Sequence[Assessment]) -> ChangeSet:
        """Keep marks and scores that were given elsewhere."""
        return annotating.take_in(self._store, marks, scores)

    def revise_annotation(self, mark: Annotation) -> ChangeSet:
        """Give a mark, named by its id, another span, category, severity or note."""
        return annotating.revise(self._store, mark)

    def remove_annotations(self, ids: Sequence[int]) -> ChangeSet:
        """Take marks away."""
        return annotating.remove(self._store, ids)

    def reply(self, mark: int, said: Reply) -> ChangeSet:
        """Say something beneath a mark."""
        return annotating.reply(self._store, mark, said)

    def assess(self, given: Assessment) -> ChangeSet:
        """Keep how good a reviewer finds a pair, 0 to 100."""
        return annotating.assess(self._store, given)

    def unassess(self, pair_id: int, author: str) -> ChangeSet:
        """Take a reviewer's score of a pair away."""
        return annotating.unassess(self._store, pair_id, author)

    def merge(self, ids: Sequence[int], *, again: bool = False) -> ChangeSet:
        """Put several pairs into the first of them; `again`, as below, aligns anew what lies beside it."""
        place = ids[0] if ids else None
        return self._linked(beads.MERGE, place, lambda op: beads.merge(self._store, op, ids), again)

    def split(self, pair_id: int, keep: Mapping[Role, int], *, again: bool = False) -> ChangeSet:
        """Split a pair after the sentences to keep of each side."""
        return self._linked(
            beads.SPLIT, pair_id, lambda op: beads.split(self._store, op, pair_id, keep), again
        )

    def move(self, sentence_ids: Sequence[int], to_pair: int, *, again: bool = False) -> ChangeSet:
        """Link sentences to another pair."""
        return self._linked(
            beads.MOVE, to_pair, lambda op: beads.move(self._store, op, sentence_ids, to_pair), again
        )

    def unlink(self, pair_id: int, *, again: bool = False) -> ChangeSet:
        """Give each side of a pair a pair of its own."""
        return self._linked(beads.UNLINK, pair_id, lambda op: beads.unlink(self._store, op, pair_id), again)

    def confirm(self, ids: Sequence[int], *, again: bool = False) -> ChangeSet:
        """Vouch for the alignment of pairs."""
        place = ids[0] if ids else None
        return self._linked(beads.CONFIRM, place, lambda op: beads.confirm(self._store, op, ids), again)

    def realign(self, around: int) -> ChangeSet:
        """Align again what nobody vouches for beside a pair, up to the next pairs that somebody does."""
        place = editing.existing(self._store, around).id
        return self._linked(realignment.REALIGN, place, lambda _op: None, again=True)

    def _linked(
        self, name: str, place: int | None, change: Callable[[Operation], None], again: bool
    ) -> ChangeSet:
        with self._store.operation(name, place=place) as operation:
            change(operation)
            if again and place is not None:
                realignment.realign(self._store, operation, place)
        return operation.changes

    def apply_name(self, name: Name, places: Mapping[int, Sequence[tuple[int, int]]]) -> ChangeSet:
        """Put a name right at these places: spans by pair id, as the analysis gives them."""
        language = self.languages()[Role.TRANSLATION]
        edits = correcting.corrections(self.pairs(list(places)), name, places, language)
        spans = {id_: [(edit.start, edit.old, edit.new) for edit in plan] for id_, plan in edits.items()}
        return editing.replace_spans(self._store, spans, correcting.APPLY_NAME)

    def replace(self, hits: Sequence[Hit]) -> ChangeSet:
        """Put the replacements of hits in the translation where they were found."""
        return replacing.replace(self._store, hits)

    def apply_fixes(self, fixes: Mapping[int, Sequence[Finding]]) -> ChangeSet:
        """Write fixes in the translation, by pair id; one whose words are gone is left out."""
        spans = {
            id_: [(found.span[0], found.text, found.fix) for found in findings if found.fix is not None]
            for id_, findings in fixes.items()
        }
        return editing.replace_spans(self._store, spans, checking.APPLY_FIX)

    def dismiss(
        self, findings: Sequence[Finding], scope: Scope, reason: str = "", place: int | None = None
    ) -> ChangeSet:
        """Remember that findings are no errors."""
        return dismissals.dismiss(self._store, findings, scope, reason, place)

    def restore(self, ids: Sequence[int], place: int | None = None) -> ChangeSet:
        """Forget dismissals."""
        return dismissals.restore(self._store, ids, place)

    def bring_dismissals(self, known: Sequence[Dismissal]) -> ChangeSet | None:
        """Take over what was dismissed elsewhere."""
        return dismissals.bring(self._store, known)

    def undo(self) -> ChangeSet | None:
        """Take the last step back; None when there is none."""
        return self._store.undo() if self.can_undo else None

    def redo(self) -> ChangeSet | None:
        """Make the step that was taken back last again; None when there is none."""
        return self._store.redo()

    # What goes out

    def snapshot(self) -> exporting.Snapshot:
        """Give everything an export needs, as values."""
        return exporting.Snapshot(
            title=printable(self.path.stem),
            infos=self._documents,
            content=queries.content(self._store, Role.TRANSLATION),
            pairs=self.pairs(),
            sentences=queries.translation(self._store),
            revised=self.revised(),
        )

    def sample(self) -> exporting.Snapshot:
        """Give what a preview of an export needs: the first pairs alone."""
        return exporting.Snapshot(
            title=printable(self.path.stem),
            infos=self._documents,
            content=b"",
            pairs=self.pairs(self.pair_ids()[:_SAMPLE]),
            sentences=(),
            revised=self.revised(),
        )

    def revised(self) -> float:
        """Give when the review was last changed, in seconds."""
        return max(step.time for step in self._store.history())

    def rest_file(self, *, on: bool) -> None:
        """Leave the review's file as it is for a while: changes go to the journal beside it."""
        self._store.rest_file(on=on)

    def copy_to(self, path: Path) -> None:
        """Keep a copy of the review, history and all, in another file."""
        self._store.copy_to(path)
