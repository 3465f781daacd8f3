"""The words of commands, findings and exports: complete in both languages, with the same parameters, in our tone."""

import re
import string
from pathlib import Path

import pytest

from resources import messages
from resources.languages import LANGUAGES

_FORMS = {*LANGUAGES, *(f"{language}_one" for language in LANGUAGES)}
_TONE = re.compile(r"!|\b(leider|erfolgreich|bitte warten|sorry|successfully|please wait)\b", re.IGNORECASE)


def _parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder whose files are read in place of ours."""
    folder = tmp_path / "i18n" / "messages"
    folder.mkdir(parents=True)
    monkeypatch.setattr(messages, "path", tmp_path.joinpath)
    messages.entries.cache_clear()
    monkeypatch.setattr(messages, "entries", messages.entries.__wrapped__)
    return folder


def test_every_key_has_both_languages_and_nothing_else() -> None:
    wrong = [
        key for key, forms in messages.entries().items() if not forms.keys() >= set(LANGUAGES) or forms.keys() - _FORMS
    ]
    assert wrong == []


def test_both_languages_name_the_same_parameters() -> None:
    wrong = [
        key
        for key, forms in messages.entries().items()
        if _parameters(forms.get("de", "")) != _parameters(forms.get("en", ""))
    ]
    assert wrong == []


def test_the_singular_names_no_parameter_of_its_own() -> None:
    wrong = [
        key
        for key, forms in messages.entries().items()
        for language in LANGUAGES
        if not _parameters(forms.get(f"{language}_one", "")) <= _parameters(forms.get(language, ""))
    ]
    assert wrong == []


def test_parameters_are_plain_names() -> None:
    wrong = [
        key
        for key, forms in messages.entries().items()
        for text in forms.values()
        if not all(name.isidentifier() for name in _parameters(text))
    ]
    assert wrong == []


def test_the_tone_is_sober() -> None:
    wrong = [
        f"{key}: {text}" for key, forms in messages.entries().items() for text in forms.values() if _TONE.search(text)
    ]
    assert wrong == []


def test_german_quotes_are_german() -> None:
    wrong = [
        f"{key}: {forms[form]}"
        for key, forms in messages.entries().items()
        for form in ("de", "de_one")
        if re.search(r"[\"”]|(?<!\w)'", forms.get(form, ""))
    ]
    assert wrong == []


def test_parameters_are_put_in(words: Path) -> None:
    (words / "a.toml").write_text('[finding.gap]\nde = "Feld „{field}“ fehlt."\nen = "Field “{field}” is missing."\n')
    assert messages.text("finding.gap", "de", field="Name") == "Feld „Name“ fehlt."
    assert messages.text("finding.gap", "en", field="Name") == "Field “Name” is missing."


def test_the_singular_is_taken_for_one(words: Path) -> None:
    (words / "a.toml").write_text(
        '[files]\nde = "{n} Dateien"\nde_one = "eine Datei"\nen = "{n} files"\nen_one = "one file"\n'
    )
    assert [messages.text("files", "de", n=n) for n in (0, 1, 2)] == ["0 Dateien", "eine Datei", "2 Dateien"]


def test_a_key_may_have_keys_below_it(words: Path) -> None:
    (words / "a.toml").write_text('[a]\nde = "x"\nen = "y"\n[a.b]\nde = "z"\nen = "z"\n')
    assert set(messages.entries()) == {"a", "a.b"}


@pytest.mark.parametrize(("key", "language"), [("no.such", "de"), ("a", "fr")])
def test_an_unknown_key_or_language_is_an_error(words: Path, key: str, language: str) -> None:
    (words / "a.toml").write_text('[a]\nde = "x"\nen = "y"\n')
    with pytest.raises(KeyError):
        messages.text(key, language)


def test_a_parameter_nobody_gave_is_an_error(words: Path) -> None:
    (words / "a.toml").write_text('[a]\nde = "{x}"\nen = "{x}"\n')
    with pytest.raises(KeyError, match="x"):
        messages.text("a", "de")


def test_a_parameter_may_have_any_name(words: Path) -> None:
    (words / "a.toml").write_text('[a]\nde = "{key}-{language}"\nen = "{key}"\n')
    assert messages.text("a", "de", key=1, language=2) == "1-2"


def test_two_files_with_one_key_are_refused(words: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (words / name).write_text('[a]\nde = "x"\nen = "y"\n')
    with pytest.raises(ValueError, match="two places"):
        messages.entries()


def test_a_value_that_is_no_text_is_refused(words: Path) -> None:
    (words / "a.toml").write_text("[a]\nde = 1\n")
    with pytest.raises(ValueError, match=r"a\.de is no text"):
        messages.entries()
