"""Sentences: where they begin and end in a text, by language."""

from workbench.segment.spans import sentence_spans, sentences

__all__ = ["sentence_spans", "sentences"]
