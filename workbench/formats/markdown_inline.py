"""What a paragraph of Markdown shows, with the place of every letter.

markdown-it-py tells what a paragraph means, not where. So each of its inline rules is watched at work and
what it took is noted. Emphasis is settled at the paragraph's end only, by the tokens of its marks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from workbench.formats.pieces import Kind

_TRACE = "workbench"  # where in the environment, which is handed down to every rule, notes are taken
_BREAKS = frozenset({"<br>", "<br/>", "<br />"})
_SHOWN = {"softbreak": " ", "hardbreak": "\n"}

Rule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class Sign:
    """[start, end) of a paragraph's content, and what is shown of it."""

    start: int
    end: int
    shown: str
    kind: Kind = Kind.TEXT


@dataclass(slots=True)
class _Trace:
    """What the rules took; a mark of emphasis waits for its token to be settled."""

    signs: list[Sign] = field(default_factory=list)
    marks: list[tuple[int, str, Token]] = field(default_factory=list)
    within_image: int = 0


@cache
def parser() -> MarkdownIt:
    """Make the parser: CommonMark with GitHub's tables and strikethrough; paragraphs are read one by one."""
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    made.core.ruler.disable("inline")
    made.inline.ruler2.disable("fragments_join")
    made.inline.ruler.push("letter", letter)
    for rule in made.inline.ruler.__rules__:
        rule.fn = partial(watched, rule.name, rule.fn)
    return made


def letter(state: StateInline, silent: bool) -> bool:
    """Take one letter that no other rule wanted, as the parser does by itself."""
    if silent:
        return False
    state.append_pending(state.src[state.pos])
    state.pos += 1
    return True


def watched(name: str, rule: Rule, state: StateInline, silent: bool) -> bool:
    """Run a rule and note what it took."""
    trace: _Trace = state.env[_TRACE]
    if silent or trace.within_image:
        return rule(state, silent)
    # A rule that makes a token has the letters before it made one first.
    start, before = state.pos, len(state.tokens) + bool(state.pending)
    trace.within_image += name == "image"  # its description is read as a paragraph of its own
    found = rule(state, silent)
    trace.within_image -= name == "image"
    if found and name in _NOTES:
        _NOTES[name](trace, state, start, state.tokens[before:])
    return found


def note_text(trace: _Trace, state: StateInline, start: int, _tokens: list[Token]) -> None:
    """Note letters that stand for themselves."""
    trace.signs.append(Sign(start, state.pos, state.src[start : state.pos]))


def note_special(trace: _Trace, state: StateInline, start: int, tokens: list[Token]) -> None:
    """Note a reference, an escape, an address: what is shown is not what is written."""
    shown = "".join(_SHOWN.get(token.type, token.content) for token in tokens)
    kind = Kind.TEXT if shown == state.src[start : state.pos] else Kind.ATOM
    trace.signs.append(Sign(start, state.pos, shown, kind))


def note_newline(trace: _Trace, state: StateInline, start: int, _tokens: list[Token]) -> None:
    """Note a line end, with the spaces before it that are not shown."""
    last = trace.signs[-1] if trace.signs else None
    if last and last.end == start and last.kind is Kind.TEXT and last.shown.endswith(" "):
        kept = last.shown.rstrip(" ") if state.tokens[-1].type == "hardbreak" else last.shown[:-1]
        trace.signs[-1:] = [Sign(last.start, last.start + len(kept), kept)] if kept else []
        start = last.start + len(kept)
    trace.signs.append(Sign(start, state.pos, _SHOWN[state.tokens[-1].type], Kind.ATOM))


def note_code(trace: _Trace, state: StateInline, start: int, tokens: list[Token]) -> None:
    """Note the content of a code span, line by line; ticks that open none are letters."""
    if not tokens or tokens[-1].type != "code_inline":
        note_text(trace, state, start, tokens)
        return
    width = len(tokens[-1].markup)
    raw, shown = state.src[start + width : state.pos - width], tokens[-1].content
    at = start + width + (len(raw) - len(shown)) // 2  # one space inside each fence is not shown
    for line in state.src[at : at + len(shown)].split("\n"):
        if at > start + width and state.src[at - 1] == "\n":
            trace.signs.append(Sign(at - 1, at, " ", Kind.ATOM))
        if line:
            trace.signs.append(Sign(at, at + len(line), line, Kind.CODE))
        at += len(line) + 1


def note_marks(trace: _Trace, _state: StateInline, start: int, tokens: list[Token]) -> None:
    """Note marks of emphasis, one a token."""
    for token in tokens:
        trace.marks.append((start, token.content, token))
        start += len(token.content)


def note_html(trace: _Trace, state: StateInline, start: int, _tokens: list[Token]) -> None:
    """Note a line break; any other tag shows nothing."""
    if state.src[start : state.pos].lower() in _BREAKS:
        trace.signs.append(Sign(start, state.pos, "\n", Kind.ATOM))


_NOTES: dict[str, Callable[[_Trace, StateInline, int, list[Token]], None]] = {
    "text": note_text,
    "letter": note_text,
    "newline": note_newline,
    "escape": note_special,
    "entity": note_special,
    "autolink": note_special,
    "backticks": note_code,
    "strikethrough": note_marks,
    "emphasis": note_marks,
    "html_inline": note_html,
}


def signs(content: str, env: dict[str, Any]) -> list[Sign]:
    """Give what a paragraph shows, in order; `env` is what the parser left of the file's link references.

    What cannot be followed (markup nested beyond the parser's limit) is shown as it is written.
    """
    trace = _Trace()
    tokens: list[Token] = []
    md = parser()
    md.inline.parse(content, md, {**env, _TRACE: trace}, tokens)
    found = [*trace.signs, *(sign for mark in trace.marks for sign in settled(*mark))]
    found.sort(key=lambda sign: sign.start)
    if "".join(sign.shown for sign in found) == "".join(map(shown_by, tokens)):
        return list(joined(found))
    return [Sign(0, len(content), content)]


def settled(start: int, mark: str, token: Token) -> Iterator[Sign]:
    """Give a mark that turned out to be a letter."""
    if token.type == "text" and token.content == mark:
        yield Sign(start, start + len(mark), mark)


def shown_by(token: Token) -> str:
    """Give what a token shows."""
    if token.type == "html_inline":
        return "\n" if token.content.lower() in _BREAKS else ""
    return _SHOWN.get(token.type, "" if token.type == "image" else token.content)


def joined(found: list[Sign]) -> Iterator[Sign]:
    """Join letters that follow one another."""
    start = 0
    for number, sign in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if following and sign.kind is following.kind is Kind.TEXT and sign.end == following.start:
            continue
        yield Sign(
            found[start].start, sign.end, "".join(each.shown for each in found[start : number + 1]), sign.kind
        )
        start = number + 1
