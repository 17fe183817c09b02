"""A file in another charset: its text as it is, in UTF-8, and what it says of its charset put right."""

from workbench.errors import WorkbenchError
from workbench.formats.splicing import file_text
from workbench.i18n import _
from workbench.model.format import Format

UTF_8 = "utf-8"


def in_utf8(data: bytes, charset: str, form: Format) -> bytes:
    """Write a file's text in UTF-8, without a byte order mark; bytes that are no text stop it."""
    text = file_text(data, charset).text
    found = form.declaration.search(text) if form.declaration else None
    if found:
        text = text[: found.start(1)] + "UTF-8" + text[found.end(1) :]
    try:
        return text.encode(UTF_8)
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise WorkbenchError(
            _("Line %(line)d holds bytes that are no text in %(charset)s; mend them before it becomes UTF-8.")
            % {"line": line, "charset": charset}
        ) from error
