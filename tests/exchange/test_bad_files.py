"""Files that must not be taken: one sentence with place and remedy for each, and never an exception of another kind."""

import time
from pathlib import Path

import pytest

from reviewer_app.exchange.application_package import read_package, sort_out
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.exchange.file_fault import FileFault
from tests.factories import filled_forms as forms
from tests.factories.bad_files import BAD_FILES, BadFile

FILES = [bad for bad in BAD_FILES if bad.code.startswith(("form_", "package_"))]
STORE = {"form_number_missing", "form_number_form", "package_no_number", "package_unknown", "package_later"}


@pytest.mark.parametrize("bad", [bad for bad in FILES if bad.code not in STORE], ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_by_its_reader(bad: BadFile, tmp_path: Path) -> None:
    path = bad.make(tmp_path)
    began = time.process_time()
    with pytest.raises(FileFault) as caught:
        sort_out(read_package(path), default_catalogue(), {})
    assert caught.value.code == bad.code
    assert time.process_time() - began < 5


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_workbook_cut_anywhere_is_refused(share: float) -> None:
    data = forms.filled()
    reading = forms.read(data[: int(len(data) * share)], default_catalogue())
    assert reading.form is None
    assert [one.code for one in reading.findings] == ["form_damaged"]


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_never_break_the_reader(seed: int) -> None:
    from random import Random

    dice = Random(seed)  # noqa: S311  # no secret
    data = bytearray(forms.filled())
    for _ in range(dice.randint(1, 30)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    reading = forms.read(bytes(data), default_catalogue())
    assert reading.form is not None or [one.code for one in reading.findings] != []
