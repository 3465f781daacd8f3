"""Brings the English words of the window up to date: finds every German source text and adds what is missing.

Run as `python -m tools.translations`; new texts appear unfinished in `resources/i18n/votum_en.ts`, gone ones leave it.
"""

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "reviewer_app" / "ui"
TARGET = ROOT / "resources" / "i18n" / "votum_en.ts"

_ROW_TEXT = 2
"""Which argument of a row of the action table is its text."""

type Message = tuple[str, str]


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _messages_of(node: ast.AST, context: str) -> Iterator[Message]:
    """Give (context, source) of every text marked below a node; `context` is the class around it."""
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            name = ast.unparse(child.func).rpartition(".")[2]
            texts = [_constant(argument) for argument in child.args]
            if name == "tr" and texts:
                if texts[0] is None:
                    raise ValueError(f"line {child.lineno}: tr() needs a plain text")
                yield context, texts[0]
            elif name in {"translate", "translatable"} and len(texts) > 1 and texts[0] and texts[1]:
                yield texts[0], texts[1]
            elif name == "ActionRow" and len(texts) > _ROW_TEXT and texts[_ROW_TEXT]:
                yield "actions", texts[_ROW_TEXT] or ""
        yield from _messages_of(child, inner)


def sources() -> list[Message]:
    """Give every (context, source) of the window's code, in order, each once."""
    found: dict[Message, None] = {}
    for file in sorted(SOURCES.rglob("*.py")):
        for message in _messages_of(ast.parse(file.read_text(encoding="utf-8")), ""):
            found[message] = None
    return sorted(found)


def translations(file: Path = TARGET) -> dict[Message, str]:
    """Give the finished translations of a `.ts` file."""
    found: dict[Message, str] = {}
    if not file.is_file():
        return found
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 # reason: our own file
        for message in context.iter("message"):
            target = message.find("translation")
            if target is not None and target.text and target.get("type") is None:
                found[context.findtext("name") or "", message.findtext("source") or ""] = target.text
    return found


def write(messages: list[Message], known: dict[Message, str], file: Path = TARGET) -> int:
    """Write a `.ts` file; return how many messages lack one. The same words elsewhere lend their translation."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="de")
    contexts: dict[str, ET.Element] = {}
    elsewhere = {source: text for (_, source), text in known.items()}
    missing = 0
    for context, source in messages:
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = source
        target = ET.SubElement(message, "translation")
        target.text = known.get((context, source), elsewhere.get(source))
        if target.text is None:
            target.set("type", "unfinished")
            missing += 1
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return missing


def main() -> int:
    """Update the file and say what is missing."""
    missing = write(sources(), translations())
    print(f"{TARGET.name}: {missing} without translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
