"""What categories and severities are called in the user's language; files keep the typology's own words."""

from workbench.i18n import N_, _

# Those of MQM core, by which the window marks, for translators: data files are not looked through.
WORDS = (
    N_("Neutral"),
    N_("Minor"),
    N_("Major"),
    N_("Critical"),
    N_("Accuracy"),
    N_("Mistranslation"),
    N_("Entity"),
    N_("Overtranslation"),
    N_("Undertranslation"),
    N_("Addition"),
    N_("Omission"),
    N_("Do not translate"),
    N_("Untranslated"),
    N_("Terminology"),
    N_("Inconsistent with terminology resource"),
    N_("Inconsistent use of terminology"),
    N_("Wrong term"),
    N_("Linguistic conventions"),
    N_("Grammar"),
    N_("Punctuation"),
    N_("Spelling"),
    N_("Unintelligible"),
    N_("Character encoding"),
    N_("Textual conventions"),
    N_("Style"),
    N_("Organizational style"),
    N_("Third-party style"),
    N_("Inconsistent with external reference"),
    N_("Language register"),
    N_("Awkward style"),
    N_("Unidiomatic style"),
    N_("Inconsistent style"),
    N_("Locale conventions"),
    N_("Number format"),
    N_("Currency format"),
    N_("Measurement format"),
    N_("Time format"),
    N_("Date format"),
    N_("Name format"),
    N_("Address format"),
    N_("Telephone format"),
    N_("Shortcut key"),
    N_("Audience appropriateness"),
    N_("Culture-specific reference"),
    N_("Offensive"),
    N_("Design and markup"),
    N_("Layout"),
    N_("Markup tag"),
    N_("Truncation or text expansion"),
    N_("Missing text"),
    N_("Link or cross-reference"),
)


def said(label: str) -> str:
    """Say a label, level by level; what a typology of the user's own calls otherwise stays as it is."""
    return "/".join(_(part) for part in label.split("/"))
