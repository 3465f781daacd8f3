"""A signature that someone else put under a PDF still holds in the copy with annotations."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer_app.exports.annotated.writing import annotated_pdf
from tests.exports.annotated.test_writing import ALL
from tests.factories import papers

ROOM = 4096
NUMBER = 1_234_567_890


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603  # fixed programs, no shell


def signed(folder: Path) -> bytes:
    """Give a PDF that openssl signed with a key made for it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("Unterschrieben"))) as pdf:
        value = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/adbe.pkcs7.detached"),
            ByteRange=Array([0, NUMBER, NUMBER, NUMBER]),
            Contents=String(b"\xff" * ROOM),
        )
        field = Dictionary(
            FT=Name.Sig, T=String("S"), V=pdf.make_indirect(value), Subtype=Name.Widget, Rect=[0, 0, 0, 0]
        )
        made = pdf.make_indirect(field)
        pdf.pages[0].obj.Annots = Array([made])
        pdf.Root.AcroForm = Dictionary(Fields=Array([made]), SigFlags=3)
        pdf.save(out)
    data = out.getvalue()
    hole = b"<" + b"ff" * ROOM + b">"
    start = data.index(hole)
    end = start + len(hole)
    for number in (start, end, len(data) - end):
        data = data.replace(b"%d" % NUMBER, b"%010d" % number, 1)
    key, certificate, text = (folder / name for name in ("key.pem", "cert.pem", "text"))
    text.write_bytes(data[:start] + data[end:])
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=Test",
        "-keyout",
        key,
        "-out",
        certificate,
    )
    signature = folder / "signature"
    run(
        *("openssl", "cms", "-sign", "-binary", "-in", text, "-signer", certificate, "-inkey", key),
        *("-outform", "DER", "-out", signature, "-md", "sha256"),
    )
    return data[:start] + b"<" + signature.read_bytes().hex().encode().ljust(2 * ROOM, b"0") + b">" + data[end:]


@pytest.mark.skipif(not (shutil.which("openssl") and shutil.which("pdfsig")), reason="no openssl or pdfsig here")
def test_the_signature_holds_in_the_copy(tmp_path: Path) -> None:
    data = signed(tmp_path)
    made = annotated_pdf(data, ALL, language="de")
    assert made.data.startswith(data)
    original, copy = tmp_path / "original.pdf", tmp_path / "copy.pdf"
    original.write_bytes(data)
    copy.write_bytes(made.data)
    assert "Signature is Valid" in run("pdfsig", "-nocert", original)
    assert "Signature is Valid" in run("pdfsig", "-nocert", copy)
    spoilt = tmp_path / "spoilt.pdf"
    spoilt.write_bytes(data.replace(b"Helvetica", b"Helvetico"))
    assert "Digest Mismatch" in run("pdfsig", "-nocert", spoilt)
