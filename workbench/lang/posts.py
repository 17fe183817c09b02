"""Posts and ranks of persons, by language, from `posts.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Posts:
    """Small letters. `ranks` and `posts` may have several words; `same` leads a word to its group's first.

    `words` are all the words that posts and ranks are made of, `short` what a short form stands for;
    `parts` may stand in a post, `signs` tell that a text may have one; `clauses` are phrases, each with the
    modifier that it says. `charges` have portfolios, `heads` may be deputies, `holders` are posts and heads;
    two posts of different numbers in `apart` are never one person's. `abroad` is who and what a country has
    in another one.
    """

    modifiers: frozenset[str]
    ranks: frozenset[str]
    posts: frozenset[str]
    same: Mapping[str, str]
    short: Mapping[str, str]
    words: frozenset[str]
    portfolios: frozenset[str]
    charges: frozenset[str]
    heads: frozenset[str]
    holders: frozenset[str]
    apart: Mapping[str, int]
    bodies: frozenset[str]
    abroad: frozenset[str]
    parts: frozenset[str]
    signs: frozenset[str]
    clauses: tuple[tuple[str, str], ...]


@cache
def posts(language: str) -> Posts:
    """Give the posts of a language (its first subtag); empty if unknown."""
    text = files("workbench.lang").joinpath("posts.toml").read_text(encoding="utf-8")
    own = tomllib.loads(text).get(language, {})
    ranks, held = listed(own.get("ranks", "")), listed(own.get("posts", ""))
    groups = [group.split() for group in own.get("same", "").split("|")]
    pairs = [pair.split() for pair in own.get("short", "").split("|")]
    words = frozenset(word for phrase in ranks | held for word in phrase.split())
    modifiers, heads = frozenset(own.get("modifiers", "").split()), frozenset(own.get("heads", "").split())
    portfolios = frozenset(own.get("portfolios", "").split())
    short = {pair[0]: pair[1].replace("_", " ") for pair in pairs if pair}
    same = {word: group[0] for group in groups for word in group}
    return Posts(
        modifiers=modifiers,
        ranks=ranks,
        posts=held,
        same=same,
        short=short,
        words=words,
        portfolios=portfolios,
        charges=frozenset(own.get("charges", "").split()),
        heads=heads,
        holders=held | heads,
        apart={
            same.get(post, post).replace("_", " "): number
            for number, group in enumerate(own.get("apart", "").split("|"))
            for post in group.split()
        },
        bodies=frozenset(own.get("bodies", "").split()),
        abroad=frozenset(own.get("abroad", "").split()),
        parts=words | modifiers | portfolios,
        signs=words | frozenset(short),
        clauses=tuple(
            (phrase, modifier) for modifier, said in own.get("clauses", {}).items() for phrase in said
        ),
    )


def listed(phrases: str) -> frozenset[str]:
    """Give the phrases between commas."""
    return frozenset(" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip())
