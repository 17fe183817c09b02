"""Wikidata's entity search, against a server on this machine that answers in its documented shape."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from workbench.errors import WorkbenchError
from workbench.names.lookup import WIKIDATA, Wikidata, request_address

ANSWER = {
    "searchinfo": {"search": "리줘청"},
    "search": [
        {
            "id": "Q6538218",
            "title": "Q6538218",
            "concepturi": "http://www.wikidata.org/entity/Q6538218",
            "url": "//www.wikidata.org/wiki/Q6538218",
            "label": "Li Zuocheng",
            "description": "Chinese general",
            "match": {"type": "label", "language": "ko", "text": "리줘청"},
            "aliases": ["리줘청"],
        },
        {"id": "Q1", "match": {"type": "alias", "language": "ko", "text": "리줘청"}},
    ],
    "success": 1,
}


@contextmanager
def server(answer, status=200):
    asked = []

    def give(handler):
        asked.append(handler.path)
        handler.send_response(status)
        handler.end_headers()
        handler.wfile.write(answer)

    methods = {"do_GET": give, "log_message": lambda *_arguments: None}
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), type("Handler", (BaseHTTPRequestHandler,), methods)
    ) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}/w/api.php", asked
        finally:
            running.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_a_form_is_asked_for_once_and_every_request_is_shown():
    shown = []
    with server(json.dumps(ANSWER).encode()) as (address, asked):
        look_up = Wikidata(shown.append, address)
        first, again = look_up("리줘청", "ko", "en"), look_up("리줘청", "ko", "en")
    assert first == again
    assert [(hit.form, hit.found_by, hit.description) for hit in first] == [
        ("Li Zuocheng", "리줘청", "Chinese general")
    ]
    assert len(shown) == len(asked) == 1
    assert shown[0].endswith(asked[0])
    query = parse_qs(urlsplit(shown[0]).query)
    assert {key: query[key] for key in ("action", "search", "language", "uselang", "format")} == {
        "action": ["wbsearchentities"],
        "search": ["리줘청"],
        "language": ["ko"],
        "uselang": ["en"],
        "format": ["json"],
    }


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"not json", 200),
        (b"[]", 200),
        (b'{"error": {"code": "badvalue", "info": "Unrecognized value"}}', 200),
        (b"{}", 500),
    ],
)
def test_what_is_no_answer_is_said_in_one_sentence(answer, status):
    with server(answer, status) as (address, _asked), pytest.raises(WorkbenchError, match=r"127\.0\.0\.1"):
        Wikidata(lambda _address: None, address)("x", "en", "en")


def test_nobody_at_home_is_said():
    with server(b"") as (address, _asked):
        pass
    with pytest.raises(WorkbenchError, match="did not answer"):
        Wikidata(lambda _address: None, address)("x", "en", "en")


def test_who_shows_a_request_may_stop_it():
    def refuse(_address):
        raise InterruptedError

    with server(b"{}") as (address, asked), pytest.raises(InterruptedError):
        Wikidata(refuse, address)("x", "en", "en")
    assert asked == []


@pytest.mark.parametrize("endpoint", ["http://www.wikidata.org/w/api.php", "file:///etc/passwd", "ftp://x"])
def test_nothing_is_asked_without_https(endpoint):
    with pytest.raises(WorkbenchError, match="HTTPS"):
        request_address(endpoint, "x", "ko", "en")
    assert request_address(WIKIDATA, "x", "ko", "en").startswith("https://www.wikidata.org/w/api.php?")
