"""An example of a check made into an article, and what the check finds in it."""

from workbench.checks import CHECKS, Context, Passage, find, read
from workbench.checks.rule import rule_of
from workbench.model.document import Role
from workbench.model.glossary import GlossaryEntry, Standing, Term
from workbench.model.name import Mention, Name
from workbench.model.status import Status
from workbench.segment import sentence_spans


def found_by(check, example):
    """Give what one check finds in an example."""
    languages = {Role.TRANSLATION: example.language, Role.SOURCE: example.source_language}
    context = Context(names_of(example), glossary_of(example), rules_of(example))
    article = read(passages_of(example), languages, context)
    chosen = [one for one in CHECKS if one.name == check]
    if chosen[0].of_others:
        return [finding for finding in find(article, CHECKS) if finding.check == check]
    return find(article, chosen)


def passages_of(example):
    """Cut the texts of an example into the sentences of pairs."""
    sides = [example.translation, example.reference, example.source]
    rows = max(map(len, sides))
    filled = [[*side, *[""] * (rows - len(side))] for side in sides]
    paragraphs = example.extra.get("paragraphs", [0] * rows)
    tags = [example.language, example.language, example.source_language]
    return [
        Passage(
            row,
            *(cut(side[row], tag) for side, tag in zip(filled, tags, strict=True)),
            original=example.extra.get("original"),
            status=Status(example.extra.get("status", "unreviewed")),
            paragraph=paragraphs[row],
        )
        for row in range(rows)
    ]


def cut(text, language):
    """Cut one side into its sentences."""
    return tuple(text[start:end] for start, end in sentence_spans(text, language))


def names_of(example):
    """Give the names an example tells of: form, proposal, confidence, kind."""
    names = []
    for form, *rest in example.extra.get("names", ()):
        proposal, confidence, kind = (*rest, *(None, 0.9, "person")[len(rest) :])
        mentions = tuple(
            Mention(row, (at, at + len(form)))
            for row, text in enumerate(example.translation)
            for at in [text.find(form)]
            if at >= 0
        )
        names.append(
            Name(form, kind, mentions, (), proposal, confidence, "reference" if proposal else None, "…")
        )
    return tuple(names)


def glossary_of(example):
    """Give the glossary an example tells of: rows of {language = form, "language!" = form to avoid}."""
    entries = []
    for number, row in enumerate(example.extra.get("glossary", ()), 1):
        terms = [
            Term(form, tag.rstrip("!"), Standing.FORBIDDEN if tag.endswith("!") else Standing.PREFERRED)
            for tag, forms in row.items()
            for form in ([forms] if isinstance(forms, str) else forms)
        ]
        entries.append(GlossaryEntry(tuple(terms), place=f"line {number}"))
    return tuple(entries)


def rules_of(example):
    """Give the rules an example tells of."""
    return tuple(
        rule_of(row, "example", number) for number, row in enumerate(example.extra.get("rules", ()), 1)
    )
