"""Contrast of every pair of tokens that meet on the screen, computed after WCAG 2.1, in every scheme."""

import pytest

from reviewer_app.ui.kit import tokens
from reviewer_app.ui.kit.tokens import COLOURED, Scheme

TEXT, MARK = 4.5, 3.0

TEXT_PAIRS = [
    *[("text", ground) for ground in ("surface", "window", "raised", "selected", "quiet", "hover")],
    *[("text2", ground) for ground in ("surface", "window", "raised", "selected", "quiet", "hover")],
    *[("text3", ground) for ground in ("surface", "window", "raised", "quiet")],
    *[("link", ground) for ground in ("surface", "window", "raised", "selected")],
    *[("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")],
    *[(tone, f"{tone}_bg") for tone in ("warn", "err", "ok", "info")],
    *[(tone, ground) for tone in ("warn", "err", "ok", "info") for ground in ("surface", "window", "selected")],
    ("paper_ink", "paper"),
    ("paper_ink", "mark_on"),
    ("paper_ink", "mark_off"),
    ("paper_ink", "hit"),
]
MARK_PAIRS = [
    *[("control", ground) for ground in ("surface", "window", "quiet")],
    *[("focus", ground) for ground in ("surface", "window", "raised", "selected")],
    *[("accent", ground) for ground in ("surface", "window", "selected")],
    *[(f"{tone}_line", "surface") for tone in ("warn", "err", "ok", "info")],
    ("mark_line", "paper"),
    ("hit_line", "paper"),
    ("hit_line", "hit"),
    ("mark_on_chip", "surface"),
]


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", COLOURED)
def test_text_is_readable_on_every_ground(scheme: Scheme) -> None:
    colors = tokens.load().window[scheme]
    low = {pair: contrast(colors[pair[0]], colors[pair[1]]) for pair in TEXT_PAIRS}
    assert {pair: value for pair, value in low.items() if value < TEXT} == {}


@pytest.mark.parametrize("scheme", COLOURED)
def test_controls_marks_and_focus_are_seen(scheme: Scheme) -> None:
    colors = tokens.load().window[scheme]
    low = {pair: contrast(colors[pair[0]], colors[pair[1]]) for pair in MARK_PAIRS}
    assert {pair: value for pair, value in low.items() if value < MARK} == {}


@pytest.mark.parametrize("scheme", COLOURED)
def test_digits_and_bars_are_seen_on_every_score_band(scheme: Scheme) -> None:
    bands, colors = tokens.load().score[scheme], tokens.load().window[scheme]
    assert len(bands.fill) == len(bands.bar) == 6
    for fill, bar in zip(bands.fill, bands.bar, strict=True):
        assert contrast(bands.ink, fill) >= TEXT
        assert contrast(bar, fill) >= MARK
    assert all(contrast(colors["err"], fill) >= MARK for fill in bands.fill[:3])


def test_every_scheme_has_the_same_tokens() -> None:
    window = tokens.load().window
    assert len(window) > 1
    assert len({frozenset(colours) for colours in window.values()}) == 1


@pytest.mark.parametrize("role", ["mark", "cap", "label", "small", "body", "strong", "chip", "digits", "title"])
def test_nothing_is_smaller_than_eleven_pixels(role: str) -> None:
    assert tokens.load().type[role].size >= 11
