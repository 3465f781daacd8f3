"""Addresses out of papers: only http, https and mailto may be opened, and nothing in them stays hidden."""

import pytest

from reviewer_app.domain.text.addresses import parse_address


@pytest.mark.parametrize(
    ("raw", "text", "host"),
    [
        ("https://example.org/a?b=ä", "https://example.org/a?b=ä", "example.org"),
        ("HTTP://Example.ORG", "HTTP://Example.ORG", "example.org"),
        (" www.example.org/x ", "https://www.example.org/x", "www.example.org"),
        ("https://bank.example@evil.example/", "https://bank.example@evil.example/", "evil.example"),
        ("mailto:office@example.org?subject=x", "mailto:office@example.org?subject=x", "example.org"),
        ("office@example.org", "mailto:office@example.org", "example.org"),
    ],
)
def test_what_a_browser_or_mail_program_shows_may_be_opened_and_says_whom_it_leads_to(
    raw: str, text: str, host: str
) -> None:
    found = parse_address(raw)
    assert (found.text, found.host, found.may_open) == (text, host, True)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "calc.exe",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "smb://host/share",
        "ms-word:ofe|u|x",
        "https:",
        "http://[broken",
        "mailto:",
        "\\\\server\\share",
    ],
)
def test_nothing_else_may(raw: str) -> None:
    assert not parse_address(raw).may_open


def test_what_turns_the_order_of_reading_is_written_out() -> None:
    found = parse_address("https://example.org/\u202egpj.exe\u200b")
    assert found.shown == "https://example.org/%E2%80%AEgpj.exe%E2%80%8B"
