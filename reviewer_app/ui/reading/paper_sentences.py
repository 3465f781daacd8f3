"""The sentences that stand in place of a paper: nothing has come in, it is missing, unknown or damaged."""

from PySide6.QtCore import QObject

from reviewer_app.ui.reading.document_area import DocumentArea
from reviewer_app.ui.reading.document_model import DocumentLine


class PaperSentences(QObject):
    """Says in an area why no paper is there."""

    def __init__(self, area: DocumentArea) -> None:
        """Belong to `area`."""
        super().__init__(area)
        self._area = area

    def nothing(self) -> None:
        """Say that nothing has come in but scores; what is asked for stands in the list as missing."""
        self._area.show_message(
            self.tr("Noch keine Unterlagen"),
            self.tr("Zu diesem Antrag kamen bisher nur Bewertungen. Lesen Sie das Formular und die Anlagen ein."),
            "document",
        )

    def missing(self, line: DocumentLine) -> None:
        """Say that a paper that is asked for is not there."""
        title = line.spoken.partition(",")[0]
        self._area.show_message(self.tr("{title} fehlt").format(title=title), icon="document")

    def unknown(self, key: str) -> None:
        """Say that a file is of a kind that cannot be shown."""
        self._area.show_message(
            self.tr("{key} lässt sich hier nicht anzeigen").format(key=key),
            self.tr("Die Datei ist unverändert in der Arbeitsdatei aufbewahrt."),
            "document",
        )

    def broken(self, key: str) -> None:
        """Say that a paper is damaged; one that the check at its import found broken is never given to the renderer."""
        self._area.show_message(
            self.tr("{key} ist beschädigt").format(key=key),
            self.tr(
                "Votum öffnet die Datei nicht; sie bleibt aufbewahrt. Bitte bei der Geschäftsstelle neu anfordern."
            ),
            "warning",
        )
