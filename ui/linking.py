"""Sentences linked by hand, a letter an act; what lies beside is aligned again in the same step."""

from collections.abc import Callable, Sequence

from ui.models.pairs import ROLES
from ui.session import Session
from ui.views.aligned import AlignedView
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair, Sentence
from workbench.project import Project

Act = Callable[[Session, AlignedView], None]


def here(session: Session, view: AlignedView, rows: int = 0) -> Pair | None:
    """Give the current pair, or the one some rows on; None where there is none."""
    row = view.currentIndex().row() + rows
    ids = view.ids(range(row, row + 1)) if row >= 0 else []
    return session.project.pairs(ids)[0] if ids and session.project else None


def side_of(view: AlignedView, pair: Pair) -> Sequence[Sentence]:
    """Give a pair's sentences on the side that was chosen."""
    return pair.sentences(ROLES[view.linking.side])


def change(
    session: Session, view: AlignedView, place: int, operation: Callable[[Project], ChangeSet | None]
) -> None:
    """Make an operation and go to a pair."""
    session.do(operation)
    view.go_to_pair(place)


def merge(session: Session, view: AlignedView) -> None:
    """Merge the current pair with the next."""
    pair, following = here(session, view), here(session, view, 1)
    if pair and following:
        ids = [pair.id, following.id]
        change(session, view, pair.id, lambda project: project.merge(ids, again=True))


def split(session: Session, view: AlignedView) -> None:
    """Split the current pair after its first sentences."""
    pair = here(session, view)
    if pair:
        keep = dict.fromkeys(Role, 1)
        change(session, view, pair.id, lambda project: project.split(pair.id, keep, again=True))


def push(rows: int) -> Act:
    """Make an act that gives the chosen side's outermost sentence to a neighbour: -1 above, 1 below."""

    def act(session: Session, view: AlignedView) -> None:
        pair, neighbour = here(session, view), here(session, view, rows)
        if pair and neighbour and (sentences := side_of(view, pair)):
            moved = [sentences[0 if rows < 0 else -1].id]
            change(session, view, neighbour.id, lambda project: project.move(moved, neighbour.id, again=True))

    return act


def link(session: Session, view: AlignedView) -> None:
    """Mark the chosen side's sentences, or link those that were marked to the current pair."""
    pair = here(session, view)
    if pair is None:
        return
    marked, view.linking.marked = view.linking.marked, ()
    if marked:
        change(session, view, pair.id, lambda project: project.move(marked, pair.id, again=True))
    else:
        view.linking.marked = tuple(sentence.id for sentence in side_of(view, pair))


def unlink(session: Session, view: AlignedView) -> None:
    """Give each side of the current pair a pair of its own."""
    pair = here(session, view)
    if pair:
        change(session, view, pair.id, lambda project: project.unlink(pair.id, again=True))


def confirm(session: Session, view: AlignedView) -> None:
    """Vouch for the current pair."""
    pair = here(session, view)
    if pair:
        change(session, view, pair.id, lambda project: project.confirm([pair.id], again=True))


def seek(wanted: Callable[[Pair], bool]) -> Act:
    """Make an act that goes to the next pair of a kind."""

    def act(_session: Session, view: AlignedView) -> None:
        row = view.next_row(1, wanted)
        if row is not None:
            view.go_to_row(row)

    return act


def choose(step: int) -> Act:
    """Make an act that chooses the side whose sentences are moved."""
    return lambda _session, view: view.choose_side(step)


def leave(_session: Session, view: AlignedView) -> None:
    """Go back to editing."""
    view.set_linking(on=False)
