"""A slot for looking names up elsewhere, and the entity search of Wikidata in it.

Off until somebody switches it on; every request is told before it is made. The answer's shape is that of
https://www.wikidata.org/w/api.php?action=help&modules=wbsearchentities
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Protocol
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from workbench.errors import WorkbenchError
from workbench.i18n import _

WIKIDATA = "https://www.wikidata.org/w/api.php"
_SECONDS = 10.0
_MOST = 7  # answers a request asks for
_LONGEST = 2_000_000  # bytes of an answer that are read
_AGENT = "TranslationReviewWorkbench (name lookup; one request for each name a person asks for)"
_LOCAL = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class Hit:
    """What a lookup found: the name to write, the form it was found by, what it is, where it can be read."""

    form: str
    found_by: str
    description: str
    address: str


class Lookup(Protocol):
    """Something that names can be looked up in."""

    def __call__(self, form: str, form_language: str, language: str) -> list[Hit]:
        """Look a form of one language up, for names as another language writes them."""


@dataclass(frozen=True, slots=True)
class Wikidata:
    """Wikidata's search of entities, through the system's proxy settings.

    `show` is given each address before it is asked; it may raise to stop that. `endpoint` is another server
    of the same interface: over HTTPS, or on this machine.
    """

    show: Callable[[str], None]
    endpoint: str = WIKIDATA
    answers: dict[str, list[Hit]] = field(default_factory=dict)

    def __call__(self, form: str, form_language: str, language: str) -> list[Hit]:
        """Look a form up; what was asked before is not asked again."""
        address = request_address(self.endpoint, form, form_language, language)
        if address not in self.answers:
            self.show(address)
            self.answers[address] = list(hits(ask(address)))
        return self.answers[address]


def request_address(endpoint: str, form: str, form_language: str, language: str) -> str:
    """Give the address that asks for a form; names are answered in `language`."""
    parts = urlsplit(endpoint)
    if parts.scheme != "https" and (parts.scheme != "http" or parts.hostname not in _LOCAL):
        raise WorkbenchError(
            _("Names are looked up over HTTPS only, not at %(address)s.") % {"address": endpoint}
        )
    query = {
        "action": "wbsearchentities",
        "search": form,
        "language": form_language,
        "uselang": language,
        "type": "item",
        "limit": _MOST,
        "format": "json",
    }
    return f"{endpoint}?{urlencode(query)}"


def ask(address: str) -> Mapping[str, object]:
    """Make one request and give the JSON of its answer."""
    headers = {"User-Agent": _AGENT, "Accept": "application/json"}
    request = Request(address, headers=headers)  # noqa: S310 -- request_address lets no other scheme through
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 -- as above
            shape = json.loads(answer.read(_LONGEST))
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise WorkbenchError(
            _("%(host)s did not answer as it should: %(reason)s.")
            % {"host": urlsplit(address).hostname, "reason": getattr(error, "reason", None) or error}
        ) from error
    if not isinstance(shape, dict) or "error" in shape:
        raise WorkbenchError(
            _("%(host)s refused: %(reason)s.") % {"host": urlsplit(address).hostname, "reason": said(shape)}
        )
    return shape


def said(shape: object) -> str:
    """Give what the server says is wrong."""
    error = shape.get("error") if isinstance(shape, dict) else None
    return str(error.get("info", "")) if isinstance(error, dict) else _("no answer of the documented shape")


def hits(shape: Mapping[str, object]) -> Iterator[Hit]:
    """Read the entities of an answer; one without a label in the language has no form to propose."""
    rows = shape.get("search")
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and isinstance(row.get("label"), str) and row["label"].strip():
            match = row.get("match")
            found_by = str(match.get("text", "")) if isinstance(match, dict) else ""
            yield Hit(
                form=row["label"],
                found_by=found_by or row["label"],
                description=str(row.get("description", "")),
                address=str(row.get("concepturi") or row.get("url") or ""),
            )
