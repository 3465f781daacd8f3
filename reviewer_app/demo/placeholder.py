"""The page that stands for an annex in a demo without files."""

import io


def placeholder(kind: str, title: str, *, blank: bool = False) -> bytes:
    """Return a PDF of one page that names the annex and says it is left out; `blank` adds an empty page."""
    from resources import messages
    from reviewer_app.demo.paper.faces import BOLD, PLAIN, registered
    from reviewer_app.demo.paper.look import PAGE_HEIGHT
    from reviewer_app.demo.paper.press import canvas_on

    registered()
    raw = io.BytesIO()
    canvas = canvas_on(raw)
    canvas.setTitle(title)
    canvas.setFont(BOLD, 16)
    canvas.drawString(80, PAGE_HEIGHT - 140, f"{kind} {title}"[:60])
    canvas.setFont(PLAIN, 11)
    canvas.drawString(80, PAGE_HEIGHT - 170, messages.text("demo.without_files", "de"))
    canvas.showPage()
    if blank:
        canvas.showPage()
    canvas.save()
    return raw.getvalue()
