"""On paper: one page wide with heads on each, an application on one page."""

from pathlib import Path

import pypdfium2

from tests.exports.workbook.made import data_of
from tests.office import converted

NAMES = ("worked", "twenty", "long_texts", "no_reviews", "withdrawn")


def test_an_application_prints_on_one_page_and_tables_repeat_their_heads(tmp_path: Path) -> None:
    source = tmp_path / "round.xlsx"
    source.write_bytes(data_of("de", *NAMES))
    with pypdfium2.PdfDocument(converted(source, "pdf", tmp_path / "out")) as pdf:
        texts = []
        for page in pdf:
            assert page.get_width() > page.get_height()
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    assert sum("Zur Übersicht" in text for text in texts) == len(NAMES)
    assert not any("###" in text for text in texts)
    tables = [text for text in texts if "Einzelwerte, VERTRAULICH" in text]
    assert len(tables) > 5
    assert all("Begründung" in text and "Gutachten" in text for text in tables)
    assert all(f"von {len(texts)}" in text for text in texts)
