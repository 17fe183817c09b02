"""What a check is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit


@dataclass(frozen=True, slots=True)
class Check:
    """One check: `find(row, article)` yields what it has to say of one pair.

    One that asks for more than the pair (`article.fact`, `article.context`) is `wide`: it is not asked of a
    pair that is typed in. One that only `varies` with a fact of the article is asked of that, too. What
    others find in a pair is kept while its texts stay. `title` and `about` (what it finds, in two or three
    sentences) are messages marked with N_; its examples lie in `examples/<name>.toml`. What one that
    `gives_way` finds is left out where another's finding touches it; what the trained reader doubts less than
    `least_doubt` is left out where it reads. `of_others`, if any, yields what it has to say of what others
    found.
    """

    name: str
    title: str
    about: str
    find: Callable[[Row, Article], Iterable[Hit]]
    wide: bool = False
    varies: bool = False
    gives_way: bool = False
    least_doubt: float = 0.0
    of_others: Callable[[Row, Sequence[Hit]], Iterable[Hit]] | None = None
