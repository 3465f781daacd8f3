<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
 <context>
  <name>AnnexBar</name>
  <message>
   <source>Breite</source>
   <translation>Width</translation>
  </message>
  <message>
   <source>Größe {zoom}, auf Breite</source>
   <translation>Size {zoom}, fit width</translation>
  </message>
  <message>
   <source>Größer</source>
   <translation>Larger</translation>
  </message>
  <message>
   <source>In der Unterlage suchen</source>
   <translation>Find in this document</translation>
  </message>
  <message>
   <source>Kleiner</source>
   <translation>Smaller</translation>
  </message>
  <message>
   <source>Nächste Seite</source>
   <translation>Next page</translation>
  </message>
  <message>
   <source>Seite {n} von {count}</source>
   <translation>Page {n} of {count}</translation>
  </message>
  <message>
   <source>Seitenleiste zeigen oder schließen</source>
   <translation>Show or close the sidebar</translation>
  </message>
  <message>
   <source>Unterlage wählen</source>
   <translation>Choose document</translation>
  </message>
  <message>
   <source>Vorige Seite</source>
   <translation>Previous page</translation>
  </message>
  <message>
   <source>Zweite Anlage schließen</source>
   <translation>Close the second annex</translation>
  </message>
 </context>
 <context>
  <name>AnnexLines</name>
  <message>
   <source>Antragsformular</source>
   <translation>Application form</translation>
  </message>
  <message>
   <source>fehlt</source>
   <translation>missing</translation>
  </message>
  <message>
   <source>leere Seite: {pages}</source>
   <translation>blank page: {pages}</translation>
  </message>
  <message>
   <source>{key} enthält ausführbaren Inhalt. Er wird nicht ausgeführt. Der Text ist lesbar.</source>
   <translation>{key} contains executable content. It is not executed. The text can be read.</translation>
  </message>
  <message>
   <source>{key} hat keine Textebene. Markieren geht nur als Rechteck, Suchen gar nicht. Fundstellen bleiben möglich.</source>
   <translation>{key} has no text layer. It can only be marked as a rectangle and cannot be searched. Passages remain possible.</translation>
  </message>
  <message>
   <source>{key} hat {n} Seiten. Gezeigt werden die ersten {most}.</source>
   <translation>{key} has {n} pages. The first {most} are shown.</translation>
  </message>
  <message>
   <source>{key} ist beschädigt</source>
   <translation>{key} is damaged</translation>
  </message>
  <message>
   <source>{key} ist leer</source>
   <translation>{key} is empty</translation>
  </message>
  <message>
   <source>{key} ist mit Kennwort geschützt</source>
   <translation>{key} is protected by a password</translation>
  </message>
  <message>
   <source>{key}: Der Inhalt passt nicht zur Dateiendung</source>
   <translation>{key}: the content does not match the file extension</translation>
  </message>
  <message>
   <source>{key}: Erkannter Text auf {n} von {m} Seiten. Er wurde maschinell erkannt und kann Fehler enthalten.</source>
   <translation>{key}: recognised text on {n} of {m} pages. It was recognised by machine and may contain errors.</translation>
  </message>
  <message>
   <source>{key}: Erkannter Text. Er wurde maschinell erkannt und kann Fehler enthalten.</source>
   <translation>{key}: recognised text. It was recognised by machine and may contain errors.</translation>
  </message>
  <message>
   <source>{n} Z.</source>
   <translation>{n} rows</translation>
  </message>
 </context>
 <context>
  <name>AnnexList</name>
  <message>
   <source>Filtern, zum Beispiel 07</source>
   <translation>Filter, for example 07</translation>
  </message>
  <message>
   <source>Unterlagen</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Unterlagen filtern</source>
   <translation>Filter documents</translation>
  </message>
 </context>
 <context>
  <name>AnnexNotice</name>
  <message>
   <source>Hinweis</source>
   <translation>Notice</translation>
  </message>
  <message>
   <source>Mehr</source>
   <translation>More</translation>
  </message>
  <message>
   <source>Text erkennen</source>
   <translation>Recognise text</translation>
  </message>
 </context>
 <context>
  <name>AnnexPresenter</name>
  <message>
   <source>Abbrechen</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Als „n. b.“ vermerken</source>
   <translation>Note as “n. a.”</translation>
  </message>
  <message>
   <source>Das Kennwort passt nicht</source>
   <translation>The password is not correct</translation>
  </message>
  <message>
   <source>Das Kennwort steht nicht im Paket. Bitte bei der Geschäftsstelle nachfragen.</source>
   <translation>The password is not in the package. Please ask the office.</translation>
  </message>
  <message>
   <source>Groß- und Kleinschreibung zählt.</source>
   <translation>Upper and lower case matter.</translation>
  </message>
  <message>
   <source>Kennwort eingeben …</source>
   <translation>Enter password …</translation>
  </message>
  <message>
   <source>Nochmals</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>{key} ist mit Kennwort geschützt</source>
   <translation>{key} is protected by a password</translation>
  </message>
  <message>
   <source>{key}, S. {n}</source>
   <translation>{key}, p. {n}</translation>
  </message>
 </context>
 <context>
  <name>AnnexView</name>
  <message>
   <source>Die Datei ist unverändert in der Arbeitsdatei aufbewahrt.</source>
   <translation>The file is kept unchanged in the workspace.</translation>
  </message>
  <message>
   <source>Die Datei wird nicht geöffnet und bleibt unverändert aufbewahrt. Die Geschäftsstelle kann eine neue Fassung anfordern.</source>
   <translation>The file is not opened and is kept unchanged. The office can request a new version.</translation>
  </message>
  <message>
   <source>Noch keine Unterlagen</source>
   <translation>No documents yet</translation>
  </message>
  <message>
   <source>Unterlagen</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Zu diesem Antrag gibt es bisher nur Bewertungen; Formular und Anlagen fehlen noch.</source>
   <translation>So far this application has scores only; its form and annexes are still missing.</translation>
  </message>
  <message>
   <source>{key} ist beschädigt</source>
   <translation>{key} is damaged</translation>
  </message>
  <message>
   <source>{key} lässt sich hier nicht anzeigen</source>
   <translation>{key} cannot be shown here</translation>
  </message>
  <message>
   <source>{title} fehlt</source>
   <translation>{title} is missing</translation>
  </message>
 </context>
 <context>
  <name>AnnexesPresenter</name>
  <message>
   <source>Diese Unterlage hat kein Kennwort.</source>
   <translation>This document has no password.</translation>
  </message>
  <message>
   <source>Diese Unterlage hat keine Seiten.</source>
   <translation>This document has no pages.</translation>
  </message>
  <message>
   <source>Zu wenig Platz für zwei Unterlagen. Bitte verbreitern Sie das Fenster oder verkleinern Sie die Bewertung.</source>
   <translation>Not enough room for two documents. Please widen the window or narrow the scoring.</translation>
  </message>
  <message>
   <source>{key}: Kennwort gelöscht.</source>
   <translation>{key}: password deleted.</translation>
  </message>
 </context>
 <context>
  <name>AnnotationListWords</name>
  <message>
   <source>1 Anmerkung</source>
   <translation>1 annotation</translation>
  </message>
  <message>
   <source>Alle</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Alle Anmerkungen haben ihre Stelle.</source>
   <translation>All annotations have their place.</translation>
  </message>
  <message>
   <source>Anmerkung gehört zum Gutachten</source>
   <translation>Annotation belongs to the review</translation>
  </message>
  <message>
   <source>Anmerkung gelöscht</source>
   <translation>Annotation deleted</translation>
  </message>
  <message>
   <source>Anmerkung mit {key} verknüpft</source>
   <translation>Annotation linked to {key}</translation>
  </message>
  <message>
   <source>Anmerkung nur für Sie sichtbar</source>
   <translation>Annotation visible to you alone</translation>
  </message>
  <message>
   <source>Anmerkung von ihren Kriterien gelöst</source>
   <translation>Annotation unlinked from its criteria</translation>
  </message>
  <message>
   <source>Anmerkungen aller Anträge zeigen</source>
   <translation>Show the annotations of all applications</translation>
  </message>
  <message>
   <source>Anmerkungen der Gutachter:innen erscheinen hier, sobald deren Gutachten eingereicht ist.</source>
   <translation>Annotations of reviewers appear here once their review is submitted.</translation>
  </message>
  <message>
   <source>Art</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Entstehung</source>
   <translation>Creation</translation>
  </message>
  <message>
   <source>Filter zurücksetzen</source>
   <translation>Reset filter</translation>
  </message>
  <message>
   <source>Geänderter Wortlaut bestätigt</source>
   <translation>Changed wording confirmed</translation>
  </message>
  <message>
   <source>Geänderter Wortlaut von {n} Anmerkungen bestätigt</source>
   <translation>Changed wording of {n} annotations confirmed</translation>
  </message>
  <message>
   <source>Keine Anmerkung passt auf den Filter.</source>
   <translation>No annotation matches the filter.</translation>
  </message>
  <message>
   <source>Keine Anmerkung passt auf „{text}“</source>
   <translation>No annotation matches “{text}”</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Markieren Sie beim Lesen eine Textstelle und drücken Sie F. Sie erscheint dann in dieser Liste.</source>
   <translation>Select a passage while reading and press F. It then appears in this list.</translation>
  </message>
  <message>
   <source>Noch keine Anmerkungen</source>
   <translation>No annotations yet</translation>
  </message>
  <message>
   <source>Ohne Stelle</source>
   <translation>Without a place</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Rechteck</source>
   <translation>Rectangle</translation>
  </message>
  <message>
   <source>Schlagwörter</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>Sichtbar</source>
   <translation>Visible</translation>
  </message>
  <message>
   <source>Stelle</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Von</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Wortlaut geändert</source>
   <translation>wording changed</translation>
  </message>
  <message>
   <source>Wortlaut und Notiz</source>
   <translation>Wording and note</translation>
  </message>
  <message>
   <source>Zu den Anträgen</source>
   <translation>To the applications</translation>
  </message>
  <message>
   <source>dafür</source>
   <translation>for</translation>
  </message>
  <message>
   <source>dagegen</source>
   <translation>against</translation>
  </message>
  <message>
   <source>der ganze Antrag</source>
   <translation>the whole application</translation>
  </message>
  <message>
   <source>ganze Seite</source>
   <translation>whole page</translation>
  </message>
  <message>
   <source>ohne Namen</source>
   <translation>without a name</translation>
  </message>
  <message>
   <source>ohne Stelle</source>
   <translation>without a place</translation>
  </message>
  <message>
   <source>privat</source>
   <translation>private</translation>
  </message>
  <message>
   <source>{n} Anmerkungen</source>
   <translation>{n} annotations</translation>
  </message>
  <message>
   <source>{n} Anmerkungen gehören zum Gutachten</source>
   <translation>{n} annotations belong to the review</translation>
  </message>
  <message>
   <source>{n} Anmerkungen gelöscht</source>
   <translation>{n} annotations deleted</translation>
  </message>
  <message>
   <source>{n} Anmerkungen mit {key} verknüpft</source>
   <translation>{n} annotations linked to {key}</translation>
  </message>
  <message>
   <source>{n} Anmerkungen nur für Sie sichtbar</source>
   <translation>{n} annotations visible to you alone</translation>
  </message>
  <message>
   <source>{n} Anmerkungen von ihren Kriterien gelöst</source>
   <translation>{n} annotations unlinked from their criteria</translation>
  </message>
  <message>
   <source>{n} ausgewählt</source>
   <translation>{n} selected</translation>
  </message>
  <message>
   <source>{n} von {total} Anmerkungen</source>
   <translation>{n} of {total} annotations</translation>
  </message>
  <message>
   <source>Änderung</source>
   <translation>Change</translation>
  </message>
  <message>
   <source>„{quote}“</source>
   <translation>“{quote}”</translation>
  </message>
 </context>
 <context>
  <name>AnnotationWords</name>
  <message>
   <source>Antrag</source>
   <translation>Application</translation>
  </message>
  <message>
   <source>Rechteck</source>
   <translation>Rectangle</translation>
  </message>
  <message>
   <source>Wortlaut nicht lesbar</source>
   <translation>Wording not readable</translation>
  </message>
  <message>
   <source>dafür</source>
   <translation>for</translation>
  </message>
  <message>
   <source>dagegen</source>
   <translation>against</translation>
  </message>
  <message>
   <source>der ganze Antrag</source>
   <translation>the whole application</translation>
  </message>
  <message>
   <source>ganze Seite</source>
   <translation>whole page</translation>
  </message>
  <message>
   <source>{annex} S. {n}</source>
   <translation>{annex} p. {n}</translation>
  </message>
  <message>
   <source>{annex} Seite {n}</source>
   <translation>{annex} page {n}</translation>
  </message>
 </context>
 <context>
  <name>AnnotationsPage</name>
  <message>
   <source>Alle Anmerkungen</source>
   <translation>All annotations</translation>
  </message>
  <message>
   <source>Alle Anträge</source>
   <translation>All applications</translation>
  </message>
  <message>
   <source>Alle Kriterien</source>
   <translation>All criteria</translation>
  </message>
  <message>
   <source>Alle Personen</source>
   <translation>All people</translation>
  </message>
  <message>
   <source>Alle Schlagwörter</source>
   <translation>All tags</translation>
  </message>
  <message>
   <source>Anmerkungen filtern</source>
   <translation>Filter annotations</translation>
  </message>
  <message>
   <source>Antrag</source>
   <translation>Application</translation>
  </message>
  <message>
   <source>Eingabe zur Stelle   Entf löschen   Strg C kopieren   Strg F filtern</source>
   <translation>Enter to the place   Del deletes   Ctrl C copies   Ctrl F filters</translation>
  </message>
  <message>
   <source>Filtern …</source>
   <translation>Filter …</translation>
  </message>
  <message>
   <source>Filtern: Wortlaut, Notiz, Schlagwort …</source>
   <translation>Filter: wording, note, tag …</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Schlagwort</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Von</source>
   <translation>By</translation>
  </message>
 </context>
 <context>
  <name>AnnotationsPresenter</name>
  <message>
   <source>Alle Anmerkungen</source>
   <translation>All annotations</translation>
  </message>
  <message>
   <source>{n} gespeichert: {path}</source>
   <translation>{n} saved: {path}</translation>
  </message>
 </context>
 <context>
  <name>ApplicationAnnotations</name>
  <message>
   <source>Alle Anmerkungen der Anlagen sind bereits importiert.</source>
   <translation>All annotations of the annexes are already imported.</translation>
  </message>
  <message>
   <source>Fundstelle von {key} gelöst</source>
   <translation>Passage unlinked from {key}</translation>
  </message>
 </context>
 <context>
  <name>ApplicationDelegate</name>
  <message>
   <source>Frist {day}</source>
   <translation>Due {day}</translation>
  </message>
 </context>
 <context>
  <name>ApplicationLines</name>
  <message>
   <source>1 Begründung offen</source>
   <translation>1 rationale missing</translation>
  </message>
  <message>
   <source>1 Gutachten nach Fristende</source>
   <translation>1 review after the deadline</translation>
  </message>
  <message>
   <source>Ausgeschlossen</source>
   <translation>Excluded</translation>
  </message>
  <message>
   <source>Begutachtet</source>
   <translation>Reviewed</translation>
  </message>
  <message>
   <source>Eingegangen</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>Eingereicht</source>
   <translation>Submitted</translation>
  </message>
  <message>
   <source>Freigabe offen</source>
   <translation>Not yet released</translation>
  </message>
  <message>
   <source>Freigegeben</source>
   <translation>Released</translation>
  </message>
  <message>
   <source>Gesperrt</source>
   <translation>Locked</translation>
  </message>
  <message>
   <source>In Arbeit</source>
   <translation>In progress</translation>
  </message>
  <message>
   <source>In Begutachtung</source>
   <translation>In review</translation>
  </message>
  <message>
   <source>Keine</source>
   <translation>None</translation>
  </message>
  <message>
   <source>Keiner offen</source>
   <translation>None open</translation>
  </message>
  <message>
   <source>Klärung offen</source>
   <translation>Discussion open</translation>
  </message>
  <message>
   <source>Nachforderung</source>
   <translation>Documents requested</translation>
  </message>
  <message>
   <source>Neu</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Noch nicht erklärt</source>
   <translation>Not yet declared</translation>
  </message>
  <message>
   <source>Zurückgezogen</source>
   <translation>Withdrawn</translation>
  </message>
  <message>
   <source>am {day}</source>
   <translation>on {day}</translation>
  </message>
  <message>
   <source>am {day} nach Fristende</source>
   <translation>{day}, after the deadline</translation>
  </message>
  <message>
   <source>gestern abgelaufen</source>
   <translation>expired yesterday</translation>
  </message>
  <message>
   <source>heute</source>
   <translation>today</translation>
  </message>
  <message>
   <source>noch 1 Tag</source>
   <translation>1 day left</translation>
  </message>
  <message>
   <source>noch {n} Tage</source>
   <translation>{n} days left</translation>
  </message>
  <message>
   <source>seit {n} Tagen abgelaufen</source>
   <translation>expired {n} days ago</translation>
  </message>
  <message>
   <source>{n} Begründungen offen</source>
   <translation>{n} rationales missing</translation>
  </message>
  <message>
   <source>{n} Gutachten nach Fristende</source>
   <translation>{n} reviews after the deadline</translation>
  </message>
  <message>
   <source>{n} offen</source>
   <translation>{n} open</translation>
  </message>
  <message>
   <source>{points} Punkte</source>
   <translation>{points} points</translation>
  </message>
 </context>
 <context>
  <name>ApplicationListWords</name>
  <message>
   <source>1 Anmerkung ohne Stelle</source>
   <translation>1 annotation without a place</translation>
  </message>
  <message>
   <source>Alle</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Antrag</source>
   <translation>Application</translation>
  </message>
  <message>
   <source>Befangenheit</source>
   <translation>Conflict</translation>
  </message>
  <message>
   <source>Bewertet</source>
   <translation>Scored</translation>
  </message>
  <message>
   <source>Das Formular enthält kein Kurzprofil.</source>
   <translation>The form has no short profile.</translation>
  </message>
  <message>
   <source>Eingereicht</source>
   <translation>Submitted</translation>
  </message>
  <message>
   <source>Freigegeben</source>
   <translation>Released</translation>
  </message>
  <message>
   <source>Frist</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>Gesperrt</source>
   <translation>Locked</translation>
  </message>
  <message>
   <source>Gutachten</source>
   <translation>Reviews</translation>
  </message>
  <message>
   <source>Ihre Erklärung zur Befangenheit steht aus; die Vorschau zeigt nur Name und Sitz.</source>
   <translation>Your statement on conflicts of interest is pending; the preview shows only name and seat.</translation>
  </message>
  <message>
   <source>Kein Antrag passt auf den Filter in „{segment}“</source>
   <translation>No application in “{segment}” matches the filter</translation>
  </message>
  <message>
   <source>Kein Antrag passt auf „{text}“ in „{segment}“</source>
   <translation>No application in “{segment}” matches “{text}”</translation>
  </message>
  <message>
   <source>Klärungsbedarf</source>
   <translation>Discussion</translation>
  </message>
  <message>
   <source>Sie sind ausgeschlossen; der Inhalt bleibt geschlossen.</source>
   <translation>You are excluded; the content stays closed.</translation>
  </message>
  <message>
   <source>Stand</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Verfahren</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <source>Vorschlag</source>
   <translation>Suggestion</translation>
  </message>
  <message>
   <source>Zu tun</source>
   <translation>To do</translation>
  </message>
  <message>
   <source>{n} Anmerkungen ohne Stelle</source>
   <translation>{n} annotations without a place</translation>
  </message>
 </context>
 <context>
  <name>ApplicationsBar</name>
  <message>
   <source>Demo</source>
   <translation>Demo</translation>
  </message>
 </context>
 <context>
  <name>ApplicationsPage</name>
  <message>
   <source>Alle Länder</source>
   <translation>All federal states</translation>
  </message>
  <message>
   <source>Alle Technologiefelder</source>
   <translation>All technology fields</translation>
  </message>
  <message>
   <source>Anträge filtern</source>
   <translation>Filter applications</translation>
  </message>
  <message>
   <source>Eingabe öffnet   Leertaste schließt</source>
   <translation>Enter opens   Space closes</translation>
  </message>
  <message>
   <source>Filtern …</source>
   <translation>Filter …</translation>
  </message>
  <message>
   <source>Filtern: Name, Land, Technologiefeld …</source>
   <translation>Filter: name, federal state, technology …</translation>
  </message>
  <message>
   <source>Land</source>
   <translation>Federal state</translation>
  </message>
  <message>
   <source>Technologiefeld</source>
   <translation>Technology</translation>
  </message>
  <message>
   <source>Vorschau: {name}</source>
   <translation>Preview: {name}</translation>
  </message>
  <message>
   <source>↑↓ wählen   Eingabe öffnen   Strg F filtern   Leertaste Vorschau</source>
   <translation>↑↓ choose   Enter open   Ctrl F filter   Space preview</translation>
  </message>
 </context>
 <context>
  <name>ApplicationsPresenter</name>
  <message>
   <source>1 Antrag</source>
   <translation>1 application</translation>
  </message>
  <message>
   <source>Demo-Runde öffnen</source>
   <translation>Open demo round</translation>
  </message>
  <message>
   <source>Die Geschäftsstelle schickt Ihnen ein Paket. Öffnen Sie es hier.</source>
   <translation>The office sends you a package. Open it here.</translation>
  </message>
  <message>
   <source>Filter zurücksetzen</source>
   <translation>Reset filter</translation>
  </message>
  <message>
   <source>Importieren Sie die Pakete der Antragsteller oder eine Punktetabelle.</source>
   <translation>Import the applicants’ packages or a score table.</translation>
  </message>
  <message>
   <source>Noch keine Anträge</source>
   <translation>No applications yet</translation>
  </message>
  <message>
   <source>Paket importieren …</source>
   <translation>Import package …</translation>
  </message>
  <message>
   <source>{n} Anträge</source>
   <translation>{n} applications</translation>
  </message>
  <message>
   <source>{n} mit vollständiger Bewertung</source>
   <translation>{n} fully scored</translation>
  </message>
 </context>
 <context>
  <name>AreaMeter</name>
  <message>
   <source>Bereich {key}: {share}</source>
   <translation>Area {key}: {share}</translation>
  </message>
  <message>
   <source>Noch kein Wert in Bereich {key}</source>
   <translation>No score in area {key} yet</translation>
  </message>
  <message>
   <source>noch kein Wert</source>
   <translation>no score yet</translation>
  </message>
  <message>
   <source>{share}, unter {bound}</source>
   <translation>{share}, below {bound}</translation>
  </message>
  <message>
   <source>{share}, {bound} erreicht</source>
   <translation>{share}, {bound} reached</translation>
  </message>
 </context>
 <context>
  <name>BandStrip</name>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
 </context>
 <context>
  <name>CachedListFlow</name>
  <message>
   <source>Arbeitsdatei wird geöffnet</source>
   <translation>Opening the workspace</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Antrag, Kriterium, Unterlage, Person, Hilfe oder Befehl</source>
   <translation>Application, criterion, document, person, help or command</translation>
  </message>
  <message>
   <source>Befehle</source>
   <translation>Commands</translation>
  </message>
  <message>
   <source>Esc schließt</source>
   <translation>Esc closes</translation>
  </message>
  <message>
   <source>Gehe zu</source>
   <translation>Go to</translation>
  </message>
  <message>
   <source>Hilfe</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Kein Treffer.</source>
   <translation>No match.</translation>
  </message>
  <message>
   <source>Suche</source>
   <translation>Search</translation>
  </message>
  <message>
   <source>Suchen oder Befehl</source>
   <translation>Search or command</translation>
  </message>
  <message>
   <source>Treffer</source>
   <translation>Hits</translation>
  </message>
 </context>
 <context>
  <name>ConsensusDrafts</name>
  <message>
   <source>1 unstrittiger Wert übernommen</source>
   <translation>1 undisputed score taken over</translation>
  </message>
  <message>
   <source>Die Begründung hat {count} Zeichen, höchstens {most} sind möglich.</source>
   <translation>The reason has {count} characters, at most {most} are possible.</translation>
  </message>
  <message>
   <source>Hier ist eine Begründung Pflicht.</source>
   <translation>A reason is required here.</translation>
  </message>
  <message>
   <source>{key}: Konsens zurückgenommen</source>
   <translation>{key}: consensus taken back</translation>
  </message>
  <message>
   <source>{key}: Konsens {value}</source>
   <translation>{key}: consensus {value}</translation>
  </message>
  <message>
   <source>{n} unstrittige Werte übernommen</source>
   <translation>{n} undisputed scores taken over</translation>
  </message>
 </context>
 <context>
  <name>ConsensusPanel</name>
  <message>
   <source>Begründung (freiwillig)</source>
   <translation>Reason (optional)</translation>
  </message>
  <message>
   <source>Begründung des Konsenses zu {key}</source>
   <translation>Reason for the consensus on {key}</translation>
  </message>
  <message>
   <source>Konsens festhalten</source>
   <translation>Record consensus</translation>
  </message>
  <message>
   <source>Konsenswert</source>
   <translation>Consensus score</translation>
  </message>
  <message>
   <source>Strg Eingabe</source>
   <translation>Ctrl Enter</translation>
  </message>
  <message>
   <source>Verlauf</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Verlauf von {key}</source>
   <translation>History of {key}</translation>
  </message>
 </context>
 <context>
  <name>ConsolidationPage</name>
  <message>
   <source>Ansicht</source>
   <translation>View</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Tabelle</source>
   <translation>Table</translation>
  </message>
  <message>
   <source>Teil der Liste</source>
   <translation>Part of the list</translation>
  </message>
 </context>
 <context>
  <name>ConsolidationPresenter</name>
  <message>
   <source>Alle {n}</source>
   <translation>All {n}</translation>
  </message>
  <message>
   <source>Antrag zurückgezogen</source>
   <translation>Application withdrawn</translation>
  </message>
  <message>
   <source>Begründung</source>
   <translation>Rationale</translation>
  </message>
  <message>
   <source>Freigabe zurückgenommen</source>
   <translation>Release withdrawn</translation>
  </message>
  <message>
   <source>Freigabe zurücknehmen</source>
   <translation>Withdraw release</translation>
  </message>
  <message>
   <source>Freigabe zurücknehmen?</source>
   <translation>Withdraw the release?</translation>
  </message>
  <message>
   <source>Freigegeben am {day}. Die Rücknahme wird im Verlauf vermerkt. Bitte geben Sie den Grund an.</source>
   <translation>Released on {day}. The withdrawal is recorded in the history. Please give the reason.</translation>
  </message>
  <message>
   <source>Gutachten importieren …</source>
   <translation>Import reviews …</translation>
  </message>
  <message>
   <source>Importieren Sie die Pakete der Gutachter:innen.</source>
   <translation>Import the reviewers’ packages.</translation>
  </message>
  <message>
   <source>Klärungsbedarf</source>
   <translation>Discussion</translation>
  </message>
  <message>
   <source>Klärungsbedarf {n}</source>
   <translation>To discuss {n}</translation>
  </message>
  <message>
   <source>Klärungsbedarf · {n} offen, nach Wirkung</source>
   <translation>To discuss · {n} open, by effect</translation>
  </message>
  <message>
   <source>Knapp, ohne Streuung · {n}</source>
   <translation>Close, without spread · {n}</translation>
  </message>
  <message>
   <source>Konsenswert {key} {title}</source>
   <translation>Consensus score {key} {title}</translation>
  </message>
  <message>
   <source>Konsolidierung freigegeben</source>
   <translation>Consolidation released</translation>
  </message>
  <message>
   <source>Noch keine Gutachten</source>
   <translation>No reviews yet</translation>
  </message>
  <message>
   <source>Unstrittige Werte übernehmen</source>
   <translation>Take over undisputed scores</translation>
  </message>
  <message>
   <source>Zurückgezogen am {day}. Gutachten bleiben erhalten und zählen nicht.</source>
   <translation>Withdrawn on {day}. Reviews are kept but do not count.</translation>
  </message>
  <message>
   <source>freigegeben, nur lesbar</source>
   <translation>released, read-only</translation>
  </message>
  <message>
   <source>nach Katalog</source>
   <translation>in catalogue order</translation>
  </message>
  <message>
   <source>nach Wirkung</source>
   <translation>by effect</translation>
  </message>
  <message>
   <source>nichts offen</source>
   <translation>nothing open</translation>
  </message>
  <message>
   <source>offen</source>
   <translation>open</translation>
  </message>
  <message>
   <source>{n} offen</source>
   <translation>{n} open</translation>
  </message>
 </context>
 <context>
  <name>ConsolidationWords</name>
  <message>
   <source>1 Entwurf</source>
   <translation>1 draft</translation>
  </message>
  <message>
   <source>1 Gutachten</source>
   <translation>1 review</translation>
  </message>
  <message>
   <source>1 Konsenswert offen</source>
   <translation>1 consensus score open</translation>
  </message>
  <message>
   <source>1 Wert übernehmen</source>
   <translation>Take over 1 score</translation>
  </message>
  <message>
   <source>1 unstrittigen Wert übernehmen</source>
   <translation>Take over 1 undisputed score</translation>
  </message>
  <message>
   <source>Ab {value}: {result}.</source>
   <translation>From {value}: {result}.</translation>
  </message>
  <message>
   <source>Begründung (Pflicht bei Klärungsbedarf)</source>
   <translation>Reason (required where discussion is needed)</translation>
  </message>
  <message>
   <source>Begründung (Pflicht: mehr als {value} neben dem Median)</source>
   <translation>Reason (required: more than {value} off the median)</translation>
  </message>
  <message>
   <source>Das Ergebnis wäre {result}, wenn der Konsens mindestens {value} beträgt.</source>
   <translation>The result would be {result} if the consensus is at least {value}.</translation>
  </message>
  <message>
   <source>Das Ergebnis wäre {result}, wenn der Konsens unter {value} liegt.</source>
   <translation>The result would be {result} if the consensus is below {value}.</translation>
  </message>
  <message>
   <source>Festgehalten: {value}, vom Median übernommen</source>
   <translation>Recorded: {value}, taken over from the median</translation>
  </message>
  <message>
   <source>Festgehalten: {value}, {moment}</source>
   <translation>Recorded: {value}, {moment}</translation>
  </message>
  <message>
   <source>Freigabe zurückgenommen</source>
   <translation>Release withdrawn</translation>
  </message>
  <message>
   <source>Freigegeben</source>
   <translation>Released</translation>
  </message>
  <message>
   <source>Freigegeben am {day}</source>
   <translation>Released on {day}</translation>
  </message>
  <message>
   <source>Freigegeben am {day}, {who}</source>
   <translation>Released on {day}, {who}</translation>
  </message>
  <message>
   <source>Konsens</source>
   <translation>Agreed</translation>
  </message>
  <message>
   <source>Konsens offen</source>
   <translation>Consensus open</translation>
  </message>
  <message>
   <source>Konsens wieder offen</source>
   <translation>Consensus open again</translation>
  </message>
  <message>
   <source>Konsens {value}</source>
   <translation>Consensus {value}</translation>
  </message>
  <message>
   <source>Konsens {value} liegt genau auf Min {value}</source>
   <translation>Consensus {value} is exactly at min {value}</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>Median</translation>
  </message>
  <message>
   <source>Median {value}</source>
   <translation>Median {value}</translation>
  </message>
  <message>
   <source>Mindestwert</source>
   <translation>Minimum</translation>
  </message>
  <message>
   <source>Mindestwert umstritten</source>
   <translation>Minimum disputed</translation>
  </message>
  <message>
   <source>Mit {value}: {points} Punkte, {rule}.</source>
   <translation>With {value}: {points} points, {rule}.</translation>
  </message>
  <message>
   <source>Mittel {value}</source>
   <translation>Mean {value}</translation>
  </message>
  <message>
   <source>Ohne Wert gibt es keinen Vorschlag. Bitte setzen Sie den Wert.</source>
   <translation>Without a score there is no suggestion. Please set the score.</translation>
  </message>
  <message>
   <source>Sinkt der Wert um {step}, wäre das Ergebnis {result}.</source>
   <translation>If the score falls by {step}, the result would be {result}.</translation>
  </message>
  <message>
   <source>Spanne</source>
   <translation>Spread</translation>
  </message>
  <message>
   <source>Spanne {value}</source>
   <translation>Spread {value}</translation>
  </message>
  <message>
   <source>Steigt der Wert um {step}, wäre das Ergebnis {result}.</source>
   <translation>If the score rises by {step}, the result would be {result}.</translation>
  </message>
  <message>
   <source>Streuung {ends}</source>
   <translation>Distribution {ends}</translation>
  </message>
  <message>
   <source>Unter {value}: {result}.</source>
   <translation>Below {value}: {result}.</translation>
  </message>
  <message>
   <source>Vorbelegung {value}</source>
   <translation>Preset {value}</translation>
  </message>
  <message>
   <source>Vorschlag {value}</source>
   <translation>Suggestion {value}</translation>
  </message>
  <message>
   <source>Wieder offen: {value} wurde vom Median {median} übernommen; der Median ist jetzt {now}.</source>
   <translation>Open again: {value} was taken over from the median {median}; the median is now {now}.</translation>
  </message>
  <message>
   <source>Wieder offen: {value} wurde vom Median übernommen; der Median ist jetzt {now}.</source>
   <translation>Open again: {value} was taken over from the median; the median is now {now}.</translation>
  </message>
  <message>
   <source>Wieder offen: {value} wurde vom Median übernommen; seither besteht Klärungsbedarf.</source>
   <translation>Open again: {value} was taken over from the median; it has needed discussion since.</translation>
  </message>
  <message>
   <source>alle eingereicht</source>
   <translation>all submitted</translation>
  </message>
  <message>
   <source>kein Vorschlag</source>
   <translation>no suggestion</translation>
  </message>
  <message>
   <source>n. b. vorhanden</source>
   <translation>contains n. a.</translation>
  </message>
  <message>
   <source>{below} unter Min {value}, {above} darüber</source>
   <translation>{below} below min {value}, {above} above</translation>
  </message>
  <message>
   <source>{below} unter Min {value}, {above} nicht</source>
   <translation>{below} below min {value}, {above} not</translation>
  </message>
  <message>
   <source>{first} und {last}</source>
   <translation>{first} and {last}</translation>
  </message>
  <message>
   <source>{key}, {label}: kein Wert</source>
   <translation>{key}, {label}: no score</translation>
  </message>
  <message>
   <source>{key}, {label}: nicht beurteilbar</source>
   <translation>{key}, {label}: not assessable</translation>
  </message>
  <message>
   <source>{n} Entwürfe</source>
   <translation>{n} drafts</translation>
  </message>
  <message>
   <source>{n} Gutachten</source>
   <translation>{n} reviews</translation>
  </message>
  <message>
   <source>{n} Konsenswerte offen</source>
   <translation>{n} consensus scores open</translation>
  </message>
  <message>
   <source>{n} Werte übernehmen</source>
   <translation>Take over {n} scores</translation>
  </message>
  <message>
   <source>{n} unstrittige Werte übernehmen</source>
   <translation>Take over {n} undisputed scores</translation>
  </message>
  <message>
   <source>{text}, Klärungsbedarf</source>
   <translation>{text}, needs discussion</translation>
  </message>
  <message>
   <source>{text}, unter Mindestwert</source>
   <translation>{text}, below the minimum</translation>
  </message>
  <message>
   <source>{value} vom Median {median} übernommen</source>
   <translation>{value} taken over from the median {median}</translation>
  </message>
  <message>
   <source>{value} vom Median übernommen</source>
   <translation>{value} taken over from the median</translation>
  </message>
  <message>
   <source>{value} zurückgenommen</source>
   <translation>{value} taken back</translation>
  </message>
  <message>
   <source>{who}: nicht beurteilbar</source>
   <translation>{who}: not assessable</translation>
  </message>
  <message>
   <source>Ändert das Ergebnis nicht.</source>
   <translation>Does not change the result.</translation>
  </message>
  <message>
   <source>Ändert das Ergebnis nicht. Bitte setzen Sie den Wert.</source>
   <translation>Does not change the result. Please set the score.</translation>
  </message>
  <message>
   <source>übernommene {value} gelten nicht mehr</source>
   <translation>the {value} taken over no longer applies</translation>
  </message>
  <message>
   <source>✓ Kein Klärungsbedarf. {n} Werte liegen höchstens {span} auseinander.</source>
   <translation>✓ Nothing to discuss. {n} scores are at most {span} apart.</translation>
  </message>
  <message>
   <source>✓ Nichts mehr offen, 1 strittiger Wert festgehalten</source>
   <translation>✓ Nothing left open, 1 disputed score recorded</translation>
  </message>
  <message>
   <source>✓ Nichts mehr offen, {n} strittige Werte festgehalten</source>
   <translation>✓ Nothing left open, {n} disputed scores recorded</translation>
  </message>
 </context>
 <context>
  <name>CriterionDialog</name>
  <message>
   <source>Beleg für …</source>
   <translation>Evidence for …</translation>
  </message>
  <message>
   <source>Kriterien</source>
   <translation>Criteria</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Kriterium, zum Beispiel c2</source>
   <translation>Criterion, for example c2</translation>
  </message>
  <message>
   <source>Verknüpfen</source>
   <translation>Link</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
 </context>
 <context>
  <name>CriterionPanel</name>
  <message>
   <source>Begründung</source>
   <translation>Rationale</translation>
  </message>
  <message>
   <source>Begründung zu {key}</source>
   <translation>Rationale for {key}</translation>
  </message>
  <message>
   <source>Stufen der Skala</source>
   <translation>Levels of the scale</translation>
  </message>
  <message>
   <source>Stufen zeigen</source>
   <translation>Show levels</translation>
  </message>
  <message>
   <source>{n} Zeichen</source>
   <translation>{n} characters</translation>
  </message>
 </context>
 <context>
  <name>CriterionWords</name>
  <message>
   <source>, davon {n} {unable}</source>
   <translation>, {n} of them {unable}</translation>
  </message>
  <message>
   <source>1 Begründung offen</source>
   <translation>1 rationale missing</translation>
  </message>
  <message>
   <source>Anhaltspunkt {value}.</source>
   <translation>Hint {value}.</translation>
  </message>
  <message>
   <source>Bereich {key} · {title}</source>
   <translation>Area {key} · {title}</translation>
  </message>
  <message>
   <source>Formular {sections}</source>
   <translation>form {sections}</translation>
  </message>
  <message>
   <source>Gewicht {n}</source>
   <translation>Weight {n}</translation>
  </message>
  <message>
   <source>Min {value}</source>
   <translation>Min {value}</translation>
  </message>
  <message>
   <source>Mindestwert {value}.</source>
   <translation>Minimum {value}.</translation>
  </message>
  <message>
   <source>Nachlesen: {places}</source>
   <translation>Read: {places}</translation>
  </message>
  <message>
   <source>Pflicht bei n. b.</source>
   <translation>Required for n. a.</translation>
  </message>
  <message>
   <source>Pflicht bei {value}</source>
   <translation>Required for {value}</translation>
  </message>
  <message>
   <source>Pflicht unter dem Mindestwert</source>
   <translation>Required below the minimum</translation>
  </message>
  <message>
   <source>Punktwert {key} {title}</source>
   <translation>Score {key} {title}</translation>
  </message>
  <message>
   <source>nicht beurteilbar</source>
   <translation>not assessable</translation>
  </message>
  <message>
   <source>zwischen {low} und {high}</source>
   <translation>between {low} and {high}</translation>
  </message>
  <message>
   <source>{n} Begründungen offen</source>
   <translation>{n} rationales missing</translation>
  </message>
  <message>
   <source>{n} von {total} bewertet</source>
   <translation>{n} of {total} scored</translation>
  </message>
 </context>
 <context>
  <name>DutyText</name>
  <message>
   <source>Als Mitglied des Programmbegleitkreises sind Sie zur Unparteilichkeit und Verschwiegenheit verpflichtet, auch nach Ende der Amtszeit (§§ 83, 84 VwVfG).</source>
   <translation>As a member of the advisory board you are bound to impartiality and secrecy, also after your term of office (§§ 83, 84 VwVfG).</translation>
  </message>
 </context>
 <context>
  <name>EnterForDialog</name>
  <message>
   <source>Bekannte Gutachter:innen</source>
   <translation>Known reviewers</translation>
  </message>
  <message>
   <source>Bitte nennen Sie einen Namen.</source>
   <translation>Please give a name.</translation>
  </message>
  <message>
   <source>Eintragen</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Für Gutachten, die auf Papier oder telefonisch eingegangen sind. Die Herkunft wird vermerkt.</source>
   <translation>For reviews received on paper or by telephone. The origin is recorded.</translation>
  </message>
  <message>
   <source>Gutachten für andere eintragen</source>
   <translation>Enter a review for somebody else</translation>
  </message>
  <message>
   <source>Gutachter:in</source>
   <translation>Reviewer</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>auf Papier</source>
   <translation>on paper</translation>
  </message>
  <message>
   <source>telefonisch</source>
   <translation>by telephone</translation>
  </message>
 </context>
 <context>
  <name>EvidencePresenter</name>
  <message>
   <source>Anmerkung gelöscht</source>
   <translation>Annotation deleted</translation>
  </message>
  <message>
   <source>Es ist kein Text ausgewählt.</source>
   <translation>No text is selected.</translation>
  </message>
  <message>
   <source>Fundstelle mit {key} verknüpft</source>
   <translation>Passage linked to {key}</translation>
  </message>
  <message>
   <source>Hier lässt sich nichts markieren.</source>
   <translation>Nothing can be marked here.</translation>
  </message>
  <message>
   <source>Hier lässt sich nichts verknüpfen.</source>
   <translation>Nothing can be linked here.</translation>
  </message>
  <message>
   <source>Nur für mich markiert</source>
   <translation>Marked for me alone</translation>
  </message>
 </context>
 <context>
  <name>ExcerptPanel</name>
  <message>
   <source>Ausschnitt schließen</source>
   <translation>Close the excerpt</translation>
  </message>
  <message>
   <source>In der Unterlage öffnen</source>
   <translation>Open in the document</translation>
  </message>
 </context>
 <context>
  <name>ExcerptPresenter</name>
  <message>
   <source>Fundstelle von {who}</source>
   <translation>Passage of {who}</translation>
  </message>
 </context>
 <context>
  <name>ExportPage</name>
  <message>
   <source>1 Antrag</source>
   <translation>1 application</translation>
  </message>
  <message>
   <source>Alle {n} Anträge</source>
   <translation>All {n} applications</translation>
  </message>
  <message>
   <source>Das wird geschrieben</source>
   <translation>What is written</translation>
  </message>
  <message>
   <source>Empfehlungsblatt</source>
   <translation>Recommendation sheet</translation>
  </message>
  <message>
   <source>Excel, ein Blatt je Antrag, mit Formeln</source>
   <translation>Excel, one sheet per application, with formulas</translation>
  </message>
  <message>
   <source>Fassung ohne Namen</source>
   <translation>Without names</translation>
  </message>
  <message>
   <source>Konsolidierte Mappe</source>
   <translation>Consolidated workbook</translation>
  </message>
  <message>
   <source>Kopie jeder Anlage mit Anmerkungen, ohne private</source>
   <translation>Copy of each annex with annotations, without private ones</translation>
  </message>
  <message>
   <source>PDF mit Anmerkungen</source>
   <translation>PDF with annotations</translation>
  </message>
  <message>
   <source>PDF/A je Antrag, barrierefrei</source>
   <translation>PDF/A per application, accessible</translation>
  </message>
  <message>
   <source>Welche Anträge</source>
   <translation>Which applications</translation>
  </message>
  <message>
   <source>„Mitglied 1“ statt Name; Blatt und Mappe zusätzlich</source>
   <translation>“Member 1” instead of names; sheet and workbook in addition</translation>
  </message>
 </context>
 <context>
  <name>ExportPresenter</name>
  <message>
   <source>Akte &amp; Export</source>
   <translation>Record &amp; export</translation>
  </message>
  <message>
   <source>Akte wird geschrieben</source>
   <translation>Writing the record</translation>
  </message>
  <message>
   <source>Angaben zu den Akten</source>
   <translation>Facts of the records</translation>
  </message>
  <message>
   <source>Angaben zur Akte</source>
   <translation>Facts of the record</translation>
  </message>
  <message>
   <source>Die Akte entsteht aus importierten Anträgen und ihren Gutachten.</source>
   <translation>The record is made from imported applications and their reviews.</translation>
  </message>
  <message>
   <source>Empfehlungsblatt {number}</source>
   <translation>Recommendation sheet {number}</translation>
  </message>
  <message>
   <source>Keine Anlage enthält eine Anmerkung, die weitergegeben werden darf.</source>
   <translation>No annex contains an annotation that may be passed on.</translation>
  </message>
  <message>
   <source>Keine Vorschau</source>
   <translation>No preview</translation>
  </message>
  <message>
   <source>Nicht geschrieben</source>
   <translation>Not written</translation>
  </message>
  <message>
   <source>Nichts ausgewählt</source>
   <translation>Nothing selected</translation>
  </message>
  <message>
   <source>Nichts geschrieben</source>
   <translation>Nothing written</translation>
  </message>
  <message>
   <source>Noch keine Anträge</source>
   <translation>No applications yet</translation>
  </message>
  <message>
   <source>Ordner für die Akte wählen</source>
   <translation>Choose a folder for the record</translation>
  </message>
  <message>
   <source>PDF mit Anmerkungen</source>
   <translation>PDF with annotations</translation>
  </message>
  <message>
   <source>Paket importieren …</source>
   <translation>Import package …</translation>
  </message>
  <message>
   <source>Wählen Sie links mindestens eine Ausgabe aus.</source>
   <translation>Select at least one output on the left.</translation>
  </message>
  <message>
   <source>etwa {size}</source>
   <translation>about {size}</translation>
  </message>
 </context>
 <context>
  <name>ExportWords</name>
  <message>
   <source>, Konsens</source>
   <translation>, consensus</translation>
  </message>
  <message>
   <source>1 Anmerkung</source>
   <translation>1 annotation</translation>
  </message>
  <message>
   <source>1 Antrag</source>
   <translation>1 application</translation>
  </message>
  <message>
   <source>1 Begründung</source>
   <translation>1 rationale</translation>
  </message>
  <message>
   <source>1 Datei geschrieben</source>
   <translation>1 file written</translation>
  </message>
  <message>
   <source>1 Konsenswert offen</source>
   <translation>1 consensus score open</translation>
  </message>
  <message>
   <source>1 Name ersetzt</source>
   <translation>1 name replaced</translation>
  </message>
  <message>
   <source>1 Prüfpunkt offen</source>
   <translation>1 check open</translation>
  </message>
  <message>
   <source>1 Wert</source>
   <translation>1 score</translation>
  </message>
  <message>
   <source>1 möglicher Name nicht ersetzt</source>
   <translation>1 possible name not replaced</translation>
  </message>
  <message>
   <source>Abgebrochen. Es wurde nichts geschrieben.</source>
   <translation>Cancelled. Nothing was written.</translation>
  </message>
  <message>
   <source>Aktenzeichen</source>
   <translation>File reference</translation>
  </message>
  <message>
   <source>Aktenzeichen fehlt</source>
   <translation>File reference is missing</translation>
  </message>
  <message>
   <source>Alle Anträge mit Aktenzeichen</source>
   <translation>All applications have a file reference</translation>
  </message>
  <message>
   <source>Bis dahin gilt der Median, {n} ohne Wert.</source>
   <translation>Until then the median applies, {n} without a score.</translation>
  </message>
  <message>
   <source>Bis dahin gilt der Median.</source>
   <translation>Until then the median applies.</translation>
  </message>
  <message>
   <source>Das Blatt wird ohne Aktenzeichen geschrieben.</source>
   <translation>The sheet is written without a file reference.</translation>
  </message>
  <message>
   <source>Datensatz im Anhang</source>
   <translation>attached record</translation>
  </message>
  <message>
   <source>Kein Gutachten nennt einen Wert.</source>
   <translation>No review gives a score.</translation>
  </message>
  <message>
   <source>Kein Konsenswert offen</source>
   <translation>No consensus score open</translation>
  </message>
  <message>
   <source>Kein Name in freien Texten ersetzt</source>
   <translation>No name replaced in free texts</translation>
  </message>
  <message>
   <source>Kein Prüfpunkt offen</source>
   <translation>No check open</translation>
  </message>
  <message>
   <source>Name des Clusters</source>
   <translation>name of the cluster</translation>
  </message>
  <message>
   <source>Nur eingereichte zählen.</source>
   <translation>Only submitted ones count.</translation>
  </message>
  <message>
   <source>Prüfsumme des Datensatzes von {number}: {digits}</source>
   <translation>Checksum of the record of {number}: {digits}</translation>
  </message>
  <message>
   <source>Stand der Daten {moment}</source>
   <translation>Data as of {moment}</translation>
  </message>
  <message>
   <source>Titel der Runde</source>
   <translation>Title of the round</translation>
  </message>
  <message>
   <source>{counts}; Datei und Bestand stimmen überein</source>
   <translation>{counts}; file and store agree</translation>
  </message>
  <message>
   <source>{n} Anmerkungen</source>
   <translation>{n} annotations</translation>
  </message>
  <message>
   <source>{n} Anträge</source>
   <translation>{n} applications</translation>
  </message>
  <message>
   <source>{n} Begründungen</source>
   <translation>{n} rationales</translation>
  </message>
  <message>
   <source>{n} Dateien geschrieben</source>
   <translation>{n} files written</translation>
  </message>
  <message>
   <source>{n} Gutachten</source>
   <translation>{n} reviews</translation>
  </message>
  <message>
   <source>{n} Konsenswerte offen</source>
   <translation>{n} consensus scores open</translation>
  </message>
  <message>
   <source>{n} Namen ersetzt</source>
   <translation>{n} names replaced</translation>
  </message>
  <message>
   <source>{n} Prüfpunkte offen</source>
   <translation>{n} checks open</translation>
  </message>
  <message>
   <source>{n} Werte</source>
   <translation>{n} scores</translation>
  </message>
  <message>
   <source>{n} mögliche Namen nicht ersetzt</source>
   <translation>{n} possible names not replaced</translation>
  </message>
  <message>
   <source>{n} nicht</source>
   <translation>{n} not</translation>
  </message>
  <message>
   <source>{n} von {total} Anträgen ohne Aktenzeichen</source>
   <translation>{n} of {total} applications without a file reference</translation>
  </message>
  <message>
   <source>{n} von {total} Gutachten eingereicht</source>
   <translation>{n} of {total} reviews submitted</translation>
  </message>
  <message>
   <source>{said} in {number}, bitte prüfen</source>
   <translation>{said} in {number}, please check</translation>
  </message>
  <message>
   <source>{shown} und {n} weitere</source>
   <translation>{shown} and {n} more</translation>
  </message>
  <message>
   <source>„{found}“ kann ein Name sein und wurde nicht ersetzt: {places}</source>
   <translation>“{found}” may be a name and was not replaced: {places}</translation>
  </message>
 </context>
 <context>
  <name>FileQuestions</name>
  <message>
   <source>Als Excel speichern</source>
   <translation>Save as Excel</translation>
  </message>
  <message>
   <source>Anmerkungen speichern</source>
   <translation>Save annotations</translation>
  </message>
  <message>
   <source>Anträge und Punktetabellen (*.xlsx *.xlsm *.antrag *.zip *.csv);;Alle Dateien (*)</source>
   <translation>Applications and score tables (*.xlsx *.xlsm *.antrag *.zip *.csv);;All files (*)</translation>
  </message>
  <message>
   <source>Arbeitsdatei öffnen</source>
   <translation>Open workspace</translation>
  </message>
  <message>
   <source>Arbeitsdateien (*.votum)</source>
   <translation>Workspaces (*.votum)</translation>
  </message>
  <message>
   <source>Excel-Mappe (*.xlsx)</source>
   <translation>Excel workbook (*.xlsx)</translation>
  </message>
  <message>
   <source>Excel-Mappe (*.xlsx);;Text, Markdown (*.md);;W3C Web Annotation (*.json)</source>
   <translation>Excel workbook (*.xlsx);;Text, Markdown (*.md);;W3C Web Annotation (*.json)</translation>
  </message>
  <message>
   <source>Kopie sichern</source>
   <translation>Save a copy</translation>
  </message>
  <message>
   <source>Neue Runde speichern</source>
   <translation>Save new round</translation>
  </message>
  <message>
   <source>Paket importieren</source>
   <translation>Import package</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Sortiert nach</source>
   <translation>Sorted by</translation>
  </message>
  <message>
   <source>Teil der Liste</source>
   <translation>Part of the list</translation>
  </message>
 </context>
 <context>
  <name>FilterField</name>
  <message>
   <source>Filter leeren</source>
   <translation>Clear the filter</translation>
  </message>
 </context>
 <context>
  <name>FindBar</name>
  <message>
   <source>1 Anlage ist noch nicht durchsuchbar</source>
   <translation>1 annex cannot be searched yet</translation>
  </message>
  <message>
   <source>1 Seite ohne Textebene</source>
   <translation>1 page without a text layer</translation>
  </message>
  <message>
   <source>1 Treffer</source>
   <translation>1 hit</translation>
  </message>
  <message>
   <source>1 Treffer in 1 Anlage</source>
   <translation>1 hit in 1 annex</translation>
  </message>
  <message>
   <source>Alle Anlagen</source>
   <translation>All annexes</translation>
  </message>
  <message>
   <source>Anlagen mit Treffern</source>
   <translation>Annexes with hits</translation>
  </message>
  <message>
   <source>Diese Unterlage enthält keinen durchsuchbaren Text.</source>
   <translation>This document contains no searchable text.</translation>
  </message>
  <message>
   <source>Einzelne Wörter, wie in der Suche über alles</source>
   <translation>Single words, as in the search over everything</translation>
  </message>
  <message>
   <source>Hier</source>
   <translation>Here</translation>
  </message>
  <message>
   <source>In der Unterlage suchen</source>
   <translation>Find in this document</translation>
  </message>
  <message>
   <source>In keiner Anlage gefunden</source>
   <translation>Not found in any annex</translation>
  </message>
  <message>
   <source>Nächster Treffer</source>
   <translation>Next hit</translation>
  </message>
  <message>
   <source>Suche in der Unterlage</source>
   <translation>Search in this document</translation>
  </message>
  <message>
   <source>Suche leeren</source>
   <translation>Clear the search</translation>
  </message>
  <message>
   <source>Suche schließen</source>
   <translation>Close search</translation>
  </message>
  <message>
   <source>Vom Ende her begonnen</source>
   <translation>Continued from the end</translation>
  </message>
  <message>
   <source>Von vorn begonnen</source>
   <translation>Continued from the top</translation>
  </message>
  <message>
   <source>Voriger Treffer</source>
   <translation>Previous hit</translation>
  </message>
  <message>
   <source>Weiter in {title}</source>
   <translation>Continued in {title}</translation>
  </message>
  <message>
   <source>Wo gesucht wird</source>
   <translation>Where to search</translation>
  </message>
  <message>
   <source>kein Text</source>
   <translation>no text</translation>
  </message>
  <message>
   <source>nicht gefunden</source>
   <translation>not found</translation>
  </message>
  <message>
   <source>sucht …</source>
   <translation>searching …</translation>
  </message>
  <message>
   <source>{count} Treffer</source>
   <translation>{count} hits</translation>
  </message>
  <message>
   <source>{count} Treffer in 1 Anlage</source>
   <translation>{count} hits in 1 annex</translation>
  </message>
  <message>
   <source>{count} Treffer in {n} Anlagen</source>
   <translation>{count} hits in {n} annexes</translation>
  </message>
  <message>
   <source>{key} hat keine Textebene: Suchen ist hier nicht möglich, Fundstellen nur als Rechteck.</source>
   <translation>{key} has no text layer: it cannot be searched; passages can be marked as rectangles only.</translation>
  </message>
  <message>
   <source>{n} Anlagen sind noch nicht durchsuchbar</source>
   <translation>{n} annexes cannot be searched yet</translation>
  </message>
  <message>
   <source>{n} Seiten ohne Textebene</source>
   <translation>{n} pages without a text layer</translation>
  </message>
  <message>
   <source>{n} von {count}</source>
   <translation>{n} of {count}</translation>
  </message>
 </context>
 <context>
  <name>Findings</name>
  <message>
   <source>1 Fehler</source>
   <translation>1 error</translation>
  </message>
  <message>
   <source>1 Hinweis</source>
   <translation>1 notice</translation>
  </message>
  <message>
   <source>und {n} weitere</source>
   <translation>and {n} more</translation>
  </message>
  <message>
   <source>{n} Fehler</source>
   <translation>{n} errors</translation>
  </message>
  <message>
   <source>{n} Hinweise</source>
   <translation>{n} notices</translation>
  </message>
 </context>
 <context>
  <name>FirstRun</name>
  <message>
   <source>Bevor Sie beginnen</source>
   <translation>Before you begin</translation>
  </message>
  <message>
   <source>Diese Angaben bleiben auf diesem Gerät.</source>
   <translation>These details stay on this device.</translation>
  </message>
  <message>
   <source>Ich habe das gelesen</source>
   <translation>I have read this</translation>
  </message>
  <message>
   <source>Ihre Bestätigung wird mit dem heutigen Tag auf diesem Gerät festgehalten.</source>
   <translation>Your confirmation is kept on this device with today's date.</translation>
  </message>
  <message>
   <source>Mit Votum lesen, bewerten und beraten Sie Anträge. Alles bleibt auf diesem Gerät.</source>
   <translation>With Votum you read, score and discuss applications. Everything stays on this device.</translation>
  </message>
  <message>
   <source>Schritt 1 von 3 · Verschwiegenheit</source>
   <translation>Step 1 of 3 · Secrecy</translation>
  </message>
  <message>
   <source>Schritt 2 von 3 · Name und Rolle</source>
   <translation>Step 2 of 3 · Name and role</translation>
  </message>
  <message>
   <source>Weiter</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Zuerst die Demo-Runde ansehen</source>
   <translation>Look at the demo round first</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
 </context>
 <context>
  <name>FormView</name>
  <message>
   <source>Antragsformular</source>
   <translation>Application form</translation>
  </message>
 </context>
 <context>
  <name>FormWords</name>
  <message>
   <source>1 Angabe</source>
   <translation>1 answer</translation>
  </message>
  <message>
   <source>1 Zeile</source>
   <translation>1 row</translation>
  </message>
  <message>
   <source>1 weitere Zeile steht in der Tabelle.</source>
   <translation>1 more row is in the table.</translation>
  </message>
  <message>
   <source>Angabe</source>
   <translation>Answer</translation>
  </message>
  <message>
   <source>Fehler</source>
   <translation>Error</translation>
  </message>
  <message>
   <source>Fehler und Hinweise zum Antrag</source>
   <translation>Errors and notices on the application</translation>
  </message>
  <message>
   <source>Geändert mit Fassung {n}</source>
   <translation>Changed with version {n}</translation>
  </message>
  <message>
   <source>Hinweis</source>
   <translation>Notice</translation>
  </message>
  <message>
   <source>berechnet {value}, im Formular angegeben {given}</source>
   <translation>computed {value}, given on the form {given}</translation>
  </message>
  <message>
   <source>ja</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>jetzt</source>
   <translation>now</translation>
  </message>
  <message>
   <source>nein</source>
   <translation>no</translation>
  </message>
  <message>
   <source>vorher</source>
   <translation>before</translation>
  </message>
  <message>
   <source>{n} Angaben</source>
   <translation>{n} answers</translation>
  </message>
  <message>
   <source>{n} Zeilen</source>
   <translation>{n} rows</translation>
  </message>
  <message>
   <source>{n} weitere Zeilen stehen in der Tabelle.</source>
   <translation>{n} more rows are in the table.</translation>
  </message>
 </context>
 <context>
  <name>FormalChecksPanel</name>
  <message>
   <source>Formale Prüfung</source>
   <translation>Formal check</translation>
  </message>
 </context>
 <context>
  <name>FormalChecksPresenter</name>
  <message>
   <source>Formale Prüfung</source>
   <translation>Formal check</translation>
  </message>
  <message>
   <source>Vorschlag: {outcome}</source>
   <translation>Suggestion: {outcome}</translation>
  </message>
 </context>
 <context>
  <name>FrozenColumns</name>
  <message>
   <source>Kriterien, fixierte Spalte</source>
   <translation>Criteria, frozen column</translation>
  </message>
 </context>
 <context>
  <name>HelpDialog</name>
  <message>
   <source>Hilfe</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
 </context>
 <context>
  <name>HelpPane</name>
  <message>
   <source>Alle Seiten</source>
   <translation>All pages</translation>
  </message>
  <message>
   <source>Dazu enthält die Hilfe nichts.</source>
   <translation>The help contains nothing on that.</translation>
  </message>
  <message>
   <source>Hilfe</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Hilfe schließen</source>
   <translation>Close help</translation>
  </message>
  <message>
   <source>In der Hilfe suchen</source>
   <translation>Search the help</translation>
  </message>
  <message>
   <source>Seiten der Hilfe</source>
   <translation>Pages of the help</translation>
  </message>
  <message>
   <source>Suche leeren</source>
   <translation>Clear the search</translation>
  </message>
 </context>
 <context>
  <name>HitRow</name>
  <message>
   <source>Anmerkung</source>
   <translation>Annotation</translation>
  </message>
  <message>
   <source>Anmerkung {place}</source>
   <translation>Annotation {place}</translation>
  </message>
  <message>
   <source>Begründung {criterion}</source>
   <translation>Rationale {criterion}</translation>
  </message>
  <message>
   <source>Gesamteindruck</source>
   <translation>Overall impression</translation>
  </message>
  <message>
   <source>weiter auseinander</source>
   <translation>further apart</translation>
  </message>
  <message>
   <source>{annex}, S. {page}</source>
   <translation>{annex}, p. {page}</translation>
  </message>
  <message>
   <source>{annex}, Zeile {row}</source>
   <translation>{annex}, row {row}</translation>
  </message>
 </context>
 <context>
  <name>HitStrip</name>
  <message>
   <source>Treffer neben der Bildlaufleiste</source>
   <translation>Hits beside the scroll bar</translation>
  </message>
  <message>
   <source>Treffer; ein Klick geht dorthin</source>
   <translation>Hits; a click goes there</translation>
  </message>
 </context>
 <context>
  <name>IdentityPage</name>
  <message>
   <source>Bestätigt am {day}</source>
   <translation>Confirmed on {day}</translation>
  </message>
  <message>
   <source>Bevor Sie beginnen</source>
   <translation>Before you begin</translation>
  </message>
  <message>
   <source>Diese Angaben bleiben in dieser Arbeitsdatei.</source>
   <translation>These details stay in this workspace.</translation>
  </message>
  <message>
   <source>Ich habe das gelesen</source>
   <translation>I have read this</translation>
  </message>
  <message>
   <source>Name und Rolle</source>
   <translation>Name and role</translation>
  </message>
  <message>
   <source>Speichern</source>
   <translation>Save</translation>
  </message>
 </context>
 <context>
  <name>IdentityPresenter</name>
  <message>
   <source>Name und Rolle</source>
   <translation>Name and role</translation>
  </message>
 </context>
 <context>
  <name>ImageView</name>
  <message>
   <source>Bild</source>
   <translation>Picture</translation>
  </message>
  <message>
   <source>Bild, {width} × {height} Bildpunkte</source>
   <translation>Picture, {width} × {height} pixels</translation>
  </message>
 </context>
 <context>
  <name>ImportDetails</name>
  <message>
   <source>Als Gutachter:innen hinzufügen</source>
   <translation>Add as reviewers</translation>
  </message>
  <message>
   <source>Als eigenen Antrag importieren</source>
   <translation>Import as a separate application</translation>
  </message>
  <message>
   <source>Angabe</source>
   <translation>Answer</translation>
  </message>
  <message>
   <source>Angaben prüfen</source>
   <translation>Check the details</translation>
  </message>
  <message>
   <source>Antragsnummer</source>
   <translation>Application number</translation>
  </message>
  <message>
   <source>Anträge anlegen</source>
   <translation>Create applications</translation>
  </message>
  <message>
   <source>Anträge anlegen und Gutachter:innen hinzufügen</source>
   <translation>Create applications and add reviewers</translation>
  </message>
  <message>
   <source>Art der Anlage {name}</source>
   <translation>Kind of annex {name}</translation>
  </message>
  <message>
   <source>Bitte geben Sie die Antragsnummer an, zum Beispiel GC-2026-014.</source>
   <translation>Please enter the application number, for example GC-2026-014.</translation>
  </message>
  <message>
   <source>In der Datei</source>
   <translation>In the file</translation>
  </message>
  <message>
   <source>In dieser Runde nicht vorhanden: {numbers}.</source>
   <translation>Not in this round: {numbers}.</translation>
  </message>
  <message>
   <source>Name des Clusters (freiwillig)</source>
   <translation>Name of the cluster (optional)</translation>
  </message>
  <message>
   <source>Nicht in dieser Runde: {names}. Bitte prüfen Sie die Schreibweise.</source>
   <translation>Not in this round: {names}. Please check the spelling.</translation>
  </message>
  <message>
   <source>Schon da</source>
   <translation>Already there</translation>
  </message>
  <message>
   <source>Welche Anlage ist das?</source>
   <translation>Which annex is this?</translation>
  </message>
  <message>
   <source>bisher</source>
   <translation>before</translation>
  </message>
  <message>
   <source>neu</source>
   <translation>now</translation>
  </message>
  <message>
   <source>und 1 weitere Änderung</source>
   <translation>and 1 more change</translation>
  </message>
  <message>
   <source>und {n} weitere Änderungen</source>
   <translation>and {n} more changes</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>1 Datei importieren</source>
   <translation>Import 1 file</translation>
  </message>
  <message>
   <source>1 Gutachten importieren</source>
   <translation>Import 1 review</translation>
  </message>
  <message>
   <source>Abbrechen</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Die bisherigen Fassungen bleiben in der Arbeitsdatei erhalten.</source>
   <translation>Earlier versions are kept in the workspace.</translation>
  </message>
  <message>
   <source>Ein Import lässt sich nicht rückgängig machen.</source>
   <translation>An import cannot be undone.</translation>
  </message>
  <message>
   <source>Importieren</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Voraussichtliches Ergebnis des Imports</source>
   <translation>Expected result of the import</translation>
  </message>
  <message>
   <source>Vorschau, noch ist nichts geändert</source>
   <translation>Preview, nothing has been changed yet</translation>
  </message>
  <message>
   <source>Was zu prüfen ist, wird erst nach Ihrer Entscheidung importiert.</source>
   <translation>What needs a check is imported only after your decision.</translation>
  </message>
  <message>
   <source>Wird geprüft …</source>
   <translation>Checking …</translation>
  </message>
  <message>
   <source>{n} Dateien importieren</source>
   <translation>Import {n} files</translation>
  </message>
  <message>
   <source>{n} Gutachten importieren</source>
   <translation>Import {n} reviews</translation>
  </message>
  <message>
   <source>{n} importieren</source>
   <translation>Import {n}</translation>
  </message>
 </context>
 <context>
  <name>ImportFlow</name>
  <message>
   <source>1 Datei importiert</source>
   <translation>1 file imported</translation>
  </message>
  <message>
   <source>Abgebrochen. Die übrigen Dateien wurden nicht importiert.</source>
   <translation>Cancelled. The remaining files were not imported.</translation>
  </message>
  <message>
   <source>Abgebrochen. Nichts wurde geändert.</source>
   <translation>Cancelled. Nothing was changed.</translation>
  </message>
  <message>
   <source>Bericht zeigen</source>
   <translation>Show report</translation>
  </message>
  <message>
   <source>Es läuft bereits ein Import.</source>
   <translation>An import is already running.</translation>
  </message>
  <message>
   <source>Ordner mit einem oder mehreren Anträgen wählen</source>
   <translation>Choose a folder with one or more applications</translation>
  </message>
  <message>
   <source>Paket wird gelesen: {name}</source>
   <translation>Reading package: {name}</translation>
  </message>
  <message>
   <source>Paket wird importiert: {name}</source>
   <translation>Importing package: {name}</translation>
  </message>
  <message>
   <source>Seit dem Öffnen wurde noch nichts importiert.</source>
   <translation>Nothing has been imported since this was opened.</translation>
  </message>
  <message>
   <source>{n} Dateien importiert</source>
   <translation>{n} files imported</translation>
  </message>
  <message>
   <source>Öffnen Sie zuerst eine Runde; danach lassen sich Pakete importieren.</source>
   <translation>Open a round first; packages can then be imported.</translation>
  </message>
 </context>
 <context>
  <name>ImportLine</name>
  <message>
   <source>1 Kriterium geändert: {keys}</source>
   <translation>1 criterion changed: {keys}</translation>
  </message>
  <message>
   <source>1 Anlage</source>
   <translation>1 annex</translation>
  </message>
  <message>
   <source>1 Begründung</source>
   <translation>1 rationale</translation>
  </message>
  <message>
   <source>1 Wert</source>
   <translation>1 score</translation>
  </message>
  <message>
   <source>1 Änderung</source>
   <translation>1 change</translation>
  </message>
  <message>
   <source>Abgelehnt</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>Angeben</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Datei</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Der Antrag {number} hat denselben Namen.</source>
   <translation>Application {number} has the same name.</translation>
  </message>
  <message>
   <source>Ersetzt</source>
   <translation>Replaced</translation>
  </message>
  <message>
   <source>Fassung {new} ersetzt {old}</source>
   <translation>Version {new} replaces {old}</translation>
  </message>
  <message>
   <source>Formular</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Gleicher Inhalt</source>
   <translation>Same content</translation>
  </message>
  <message>
   <source>Neu</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Ordner</source>
   <translation>Folder</translation>
  </message>
  <message>
   <source>Paket</source>
   <translation>Package</translation>
  </message>
  <message>
   <source>Prüfen</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Punktetabelle</source>
   <translation>Score table</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Schon da</source>
   <translation>Already there</translation>
  </message>
  <message>
   <source>Vergleichen</source>
   <translation>Compare</translation>
  </message>
  <message>
   <source>Zeigen</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>{n} Kriterien geändert: {keys}</source>
   <translation>{n} criteria changed: {keys}</translation>
  </message>
  <message>
   <source>{n} Anlagen</source>
   <translation>{n} annexes</translation>
  </message>
  <message>
   <source>{n} Begründungen</source>
   <translation>{n} rationales</translation>
  </message>
  <message>
   <source>{n} Mitglieder</source>
   <translation>{n} members</translation>
  </message>
  <message>
   <source>{n} Werte</source>
   <translation>{n} scores</translation>
  </message>
  <message>
   <source>{n} Änderungen</source>
   <translation>{n} changes</translation>
  </message>
 </context>
 <context>
  <name>ImportReportDialog</name>
  <message>
   <source>1 Datei importiert</source>
   <translation>1 file imported</translation>
  </message>
  <message>
   <source>Abgelehnt</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>Abgelehnte Dateien haben nichts geändert. Sie können nach der Berichtigung erneut importiert werden.</source>
   <translation>Refused files have changed nothing. They can be imported again once they are corrected.</translation>
  </message>
  <message>
   <source>Ergebnis des Imports</source>
   <translation>Result of the import</translation>
  </message>
  <message>
   <source>Ersetzt</source>
   <translation>Replaced</translation>
  </message>
  <message>
   <source>Neu</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Nichts importiert</source>
   <translation>Nothing imported</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Schon da</source>
   <translation>Already there</translation>
  </message>
  <message>
   <source>{n} Dateien importiert</source>
   <translation>{n} files imported</translation>
  </message>
 </context>
 <context>
  <name>LastPlace</name>
  <message>
   <source>Frist {day}</source>
   <translation>Due {day}</translation>
  </message>
  <message>
   <source>Weiter bei {id} – {title}</source>
   <translation>Continue at {id} – {title}</translation>
  </message>
  <message>
   <source>Weiter bei {name}</source>
   <translation>Continue with {name}</translation>
  </message>
  <message>
   <source>{n} von {total} bewertet</source>
   <translation>{n} of {total} scored</translation>
  </message>
 </context>
 <context>
  <name>LevelWords</name>
  <message>
   <source>Nicht beurteilbar: zählt in keinem Mittel, keinem Median und keinem Prozentwert.</source>
   <translation>Not assessable: counts in no mean, median or percentage.</translation>
  </message>
  <message>
   <source>Noch kein Wert. Eine Ziffer setzt ihn, ein Komma fügt den halben Schritt an.</source>
   <translation>No score yet. A digit sets it, a comma adds the half step.</translation>
  </message>
  <message>
   <source>Noch kein Wert. Ziffern setzen ihn, auch mit Komma.</source>
   <translation>No score yet. Digits set it, also with a comma.</translation>
  </message>
  <message>
   <source>Noch kein Wert. Ziffern setzen ihn.</source>
   <translation>No score yet. Digits set it.</translation>
  </message>
  <message>
   <source>Zwischen {low} – und {high}.</source>
   <translation>Between {low} – and {high}.</translation>
  </message>
 </context>
 <context>
  <name>LinkDialog</name>
  <message>
   <source>Adresse</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Öffnen</source>
   <translation>Open</translation>
  </message>
 </context>
 <context>
  <name>LinkList</name>
  <message>
   <source>Auf dieser Seite steht kein Link.</source>
   <translation>There is no link on this page.</translation>
  </message>
  <message>
   <source>Links dieser Seite</source>
   <translation>Links on this page</translation>
  </message>
 </context>
 <context>
  <name>LinkPresenter</name>
  <message>
   <source>Adresse öffnen?</source>
   <translation>Open the address?</translation>
  </message>
  <message>
   <source>Auf diesem Gerät öffnet kein Programm diese Adresse.</source>
   <translation>No program on this device opens this address.</translation>
  </message>
  <message>
   <source>Der Link führt zu {host}. Die Adresse wird an Ihr System übergeben; dabei kann eine Verbindung ins Netz entstehen.</source>
   <translation>The link leads to {host}. The address is passed to your system, which may connect to the network.</translation>
  </message>
  <message>
   <source>Diese Unterlage hat keine Seiten.</source>
   <translation>This document has no pages.</translation>
  </message>
  <message>
   <source>Dieser Link wird nicht geöffnet</source>
   <translation>This link is not opened</translation>
  </message>
  <message>
   <source>Er führt in eine andere Datei, die nicht zum Antrag gehört.</source>
   <translation>It leads into another file that is not part of the application.</translation>
  </message>
  <message>
   <source>Er würde ein Programm oder eine Datei auf Ihrem Gerät öffnen.</source>
   <translation>It would open a program or a file on your device.</translation>
  </message>
  <message>
   <source>Er würde etwas ausführen. Inhalte von Unterlagen werden nicht ausgeführt.</source>
   <translation>It would run something. Nothing contained in a document is run.</translation>
  </message>
  <message>
   <source>Geöffnet werden nur Adressen mit http, https oder mailto.</source>
   <translation>Only addresses with http, https or mailto are opened.</translation>
  </message>
  <message>
   <source>Links dieser Seite</source>
   <translation>Links on this page</translation>
  </message>
  <message>
   <source>Seite {n}</source>
   <translation>Page {n}</translation>
  </message>
  <message>
   <source>wird nicht geöffnet</source>
   <translation>is not opened</translation>
  </message>
 </context>
 <context>
  <name>LinkRow</name>
  <message>
   <source>Lösen</source>
   <translation>Unlink</translation>
  </message>
  <message>
   <source>Spricht für oder gegen {key}</source>
   <translation>Speaks for or against {key}</translation>
  </message>
  <message>
   <source>Von {key} lösen</source>
   <translation>Unlink from {key}</translation>
  </message>
  <message>
   <source>dafür</source>
   <translation>for</translation>
  </message>
  <message>
   <source>dagegen</source>
   <translation>against</translation>
  </message>
  <message>
   <source>offen</source>
   <translation>open</translation>
  </message>
 </context>
 <context>
  <name>MarkCard</name>
  <message>
   <source>Anmerkung</source>
   <translation>Annotation</translation>
  </message>
  <message>
   <source>Art der Anmerkung</source>
   <translation>Kind of annotation</translation>
  </message>
  <message>
   <source>Die Höchstlänge einer Anmerkung ist erreicht. Ihr Text bleibt erhalten.</source>
   <translation>An annotation cannot be longer. Your text is kept.</translation>
  </message>
  <message>
   <source>Entf</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Kein passendes Kriterium</source>
   <translation>No matching criterion</translation>
  </message>
  <message>
   <source>Kriterien der Anmerkung</source>
   <translation>Criteria of the annotation</translation>
  </message>
  <message>
   <source>Kriterium hinzufügen</source>
   <translation>Add a criterion</translation>
  </message>
  <message>
   <source>Kriterium hinzufügen, zum Beispiel c2</source>
   <translation>Add a criterion, for example c2</translation>
  </message>
  <message>
   <source>Löschen</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Nur für mich</source>
   <translation>For me alone</translation>
  </message>
  <message>
   <source>Ohne Häkchen gehört die Anmerkung zum Gutachten.</source>
   <translation>Without the tick the annotation is part of the review.</translation>
  </message>
  <message>
   <source>Schlagwörter</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>durch Komma getrennt</source>
   <translation>separated by commas</translation>
  </message>
  <message>
   <source>{line} · Eingabe verknüpft</source>
   <translation>{line} · Enter links it</translation>
  </message>
 </context>
 <context>
  <name>MarkPopover</name>
  <message>
   <source>Anmerkung gelöscht</source>
   <translation>Annotation deleted</translation>
  </message>
  <message>
   <source>Anmerkung geschrieben</source>
   <translation>Annotation written</translation>
  </message>
  <message>
   <source>Anmerkung im Gutachten</source>
   <translation>Annotation in the review</translation>
  </message>
  <message>
   <source>Anmerkung nur für mich</source>
   <translation>Annotation for me alone</translation>
  </message>
  <message>
   <source>Anmerkung: {kind}</source>
   <translation>Annotation: {kind}</translation>
  </message>
  <message>
   <source>Das eingereichte Gutachten bleibt unverändert. Diese Anmerkung sehen nur Sie.</source>
   <translation>The submitted review stays unchanged. Only you can see this annotation.</translation>
  </message>
  <message>
   <source>Der Antrag ist zurückgezogen. Diese Anmerkung sehen nur Sie.</source>
   <translation>The application has been withdrawn. Only you can see this annotation.</translation>
  </message>
  <message>
   <source>Fundstelle mit {key} verknüpft</source>
   <translation>Passage linked to {key}</translation>
  </message>
  <message>
   <source>Fundstelle von {key} gelöst</source>
   <translation>Passage unlinked from {key}</translation>
  </message>
  <message>
   <source>Richtung für {key}</source>
   <translation>Direction for {key}</translation>
  </message>
  <message>
   <source>Schlagwörter geändert</source>
   <translation>Tags changed</translation>
  </message>
  <message>
   <source>Wortlaut geändert</source>
   <translation>wording changed</translation>
  </message>
  <message>
   <source>ohne Stelle</source>
   <translation>without a place</translation>
  </message>
 </context>
 <context>
  <name>MarkSteps</name>
  <message>
   <source>Nächste Anmerkung an dieser Stelle</source>
   <translation>Next annotation at this place</translation>
  </message>
  <message>
   <source>Vorige Anmerkung an dieser Stelle</source>
   <translation>Previous annotation at this place</translation>
  </message>
  <message>
   <source>{n} von {count}</source>
   <translation>{n} of {count}</translation>
  </message>
 </context>
 <context>
  <name>MarkedAnnex</name>
  <message>
   <source>Beleg für {key}</source>
   <translation>Evidence for {key}</translation>
  </message>
  <message>
   <source>Die Unterlage wird noch geöffnet.</source>
   <translation>The document is still being opened.</translation>
  </message>
 </context>
 <context>
  <name>MatrixView</name>
  <message>
   <source>Kriterien und Gutachten</source>
   <translation>Criteria and reviews</translation>
  </message>
 </context>
 <context>
  <name>MenuRow</name>
  <message>
   <source>Demo</source>
   <translation>Demo</translation>
  </message>
  <message>
   <source>Nur lesen</source>
   <translation>Read only</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Bericht ansehen …</source>
   <translation>View report …</translation>
  </message>
  <message>
   <source>Das hat nicht geklappt</source>
   <translation>That did not work</translation>
  </message>
  <message>
   <source>Der Bericht enthält keine Inhalte aus Anträgen.</source>
   <translation>The report contains no content of applications.</translation>
  </message>
  <message>
   <source>Ihre Arbeit ist gespeichert.</source>
   <translation>Your work is saved.</translation>
  </message>
  <message>
   <source>Nicht ausgeführt. Das ist erst möglich, wenn wieder gespeichert werden kann.</source>
   <translation>Not carried out. This is possible once saving works again.</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Weiter</source>
   <translation>Next</translation>
  </message>
 </context>
 <context>
  <name>NavigationButton</name>
  <message>
   <source>aktuelle Seite</source>
   <translation>current page</translation>
  </message>
  <message>
   <source>{n} zu tun</source>
   <translation>{n} to do</translation>
  </message>
 </context>
 <context>
  <name>NavigationColumn</name>
  <message>
   <source>Bereiche</source>
   <translation>Sections</translation>
  </message>
  <message>
   <source>Einstellungen</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Hilfe</source>
   <translation>Help</translation>
  </message>
 </context>
 <context>
  <name>NewRoundDialog</name>
  <message>
   <source>Bitte geben Sie der Runde einen Titel.</source>
   <translation>Please give the round a title.</translation>
  </message>
  <message>
   <source>Diesen Tag gibt es nicht. Beispiel: 28.02.2027</source>
   <translation>There is no such day. Example: 28.02.2027</translation>
  </message>
  <message>
   <source>Herbstrunde 2026</source>
   <translation>Autumn round 2026</translation>
  </message>
  <message>
   <source>Neue Runde anlegen</source>
   <translation>New round</translation>
  </message>
  <message>
   <source>Speicherort wählen …</source>
   <translation>Choose a place …</translation>
  </message>
  <message>
   <source>Stichtag (freiwillig)</source>
   <translation>Reference date (optional)</translation>
  </message>
  <message>
   <source>Tag, auf den sich alle Angaben beziehen. Ohne Eintrag gilt der Stichtag des jeweiligen Antrags.</source>
   <translation>The day to which all answers refer. If left empty, the reference date of each application applies.</translation>
  </message>
  <message>
   <source>Titel der Runde</source>
   <translation>Title of the round</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
 </context>
 <context>
  <name>NumberScale</name>
  <message>
   <source>Anhaltspunkt {value}</source>
   <translation>Hint {value}</translation>
  </message>
  <message>
   <source>Min {value}</source>
   <translation>Min {value}</translation>
  </message>
  <message>
   <source>{text} liegt nicht auf der Skala: {low} – {high}, Schritt {step}</source>
   <translation>{text} is not on the scale: {low} – {high}, step {step}</translation>
  </message>
 </context>
 <context>
  <name>OrphanPanel</name>
  <message>
   <source>Bisherige Stelle: {place}</source>
   <translation>Former place: {place}</translation>
  </message>
  <message>
   <source>In der neuen Fassung wurde keine ähnliche Stelle gefunden.</source>
   <translation>No similar place was found in the new version.</translation>
  </message>
  <message>
   <source>Mögliche Stellen in der neuen Fassung</source>
   <translation>Possible places in the new version</translation>
  </message>
  <message>
   <source>Mögliche Stellen werden gesucht …</source>
   <translation>Looking for possible places …</translation>
  </message>
  <message>
   <source>Ohne Stelle</source>
   <translation>Without a place</translation>
  </message>
  <message>
   <source>Ohne Stelle behalten</source>
   <translation>Keep without a place</translation>
  </message>
  <message>
   <source>Selbst markieren …</source>
   <translation>Mark it yourself …</translation>
  </message>
 </context>
 <context>
  <name>OrphanPlacing</name>
  <message>
   <source>Abbrechen</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Anmerkung hat wieder eine Stelle: {place}</source>
   <translation>Annotation has a place again: {place}</translation>
  </message>
  <message>
   <source>Es ist kein Text ausgewählt.</source>
   <translation>No text is selected.</translation>
  </message>
  <message>
   <source>Es ist keine Zeile ausgewählt.</source>
   <translation>No row is selected.</translation>
  </message>
  <message>
   <source>Gehen Sie auf die Seite, für die sie jetzt gilt, oder wählen Sie dort Text aus.</source>
   <translation>Go to the page it applies to now, or select text there.</translation>
  </message>
  <message>
   <source>Hier anbringen</source>
   <translation>Place it here</translation>
  </message>
  <message>
   <source>Neue Stelle markieren</source>
   <translation>Mark a new place</translation>
  </message>
  <message>
   <source>Wählen Sie Text aus, oder klicken Sie auf die Zeile, die jetzt für „{words}“ steht.</source>
   <translation>Select text, or click the row that now stands for “{words}”.</translation>
  </message>
  <message>
   <source>Wählen Sie Text aus, oder klicken Sie auf die Zeile, für die sie jetzt gilt.</source>
   <translation>Select text, or click the row it applies to now.</translation>
  </message>
  <message>
   <source>Ziehen Sie das Rechteck mit R neu auf, oder wählen Sie Text aus.</source>
   <translation>Draw the rectangle anew with R, or select text.</translation>
  </message>
  <message>
   <source>{annex}, S. {n}</source>
   <translation>{annex}, p. {n}</translation>
  </message>
 </context>
 <context>
  <name>OrphanPresenter</name>
  <message>
   <source>Anmerkung hat wieder eine Stelle: {annex}, S. {n}</source>
   <translation>Annotation has a place again: {annex}, p. {n}</translation>
  </message>
  <message>
   <source>Anmerkung ohne Stelle behalten</source>
   <translation>Annotation kept without a place</translation>
  </message>
  <message>
   <source>Diese Anmerkung können Sie nicht ändern.</source>
   <translation>You cannot change this annotation.</translation>
  </message>
  <message>
   <source>Ohne Wortlaut</source>
   <translation>Without wording</translation>
  </message>
  <message>
   <source>{annex}, S. {n}</source>
   <translation>{annex}, p. {n}</translation>
  </message>
  <message>
   <source>Übereinstimmung {share}</source>
   <translation>{share} match</translation>
  </message>
  <message>
   <source>„{quote}“</source>
   <translation>“{quote}”</translation>
  </message>
 </context>
 <context>
  <name>OthersPanel</name>
  <message>
   <source>Andere Gutachten ({n})</source>
   <translation>Other reviews ({n})</translation>
  </message>
  <message>
   <source>Ohne Begründung</source>
   <translation>Without rationale</translation>
  </message>
 </context>
 <context>
  <name>OutlineTree</name>
  <message>
   <source>Gliederung</source>
   <translation>Outline</translation>
  </message>
  <message>
   <source>Ohne Titel</source>
   <translation>Untitled</translation>
  </message>
  <message>
   <source>{title}, Seite {n}</source>
   <translation>{title}, page {n}</translation>
  </message>
  <message>
   <source>{title}, führt zu keiner Seite</source>
   <translation>{title}, leads to no page</translation>
  </message>
 </context>
 <context>
  <name>OverallPanel</name>
  <message>
   <source>Eigene Empfehlung, Rückmeldung je Bereich, Themen für die Beratung. Zählt nicht zu den Punkten.</source>
   <translation>Your recommendation, feedback for each area, topics for advice. Does not count towards the points.</translation>
  </message>
  <message>
   <source>Gesamteindruck</source>
   <translation>Overall impression</translation>
  </message>
  <message>
   <source>{n} Zeichen</source>
   <translation>{n} characters</translation>
  </message>
 </context>
 <context>
  <name>PageDialog</name>
  <message>
   <source>Diese Seite gibt es nicht.</source>
   <translation>There is no such page.</translation>
  </message>
  <message>
   <source>Seite {n} von {count}</source>
   <translation>Page {n} of {count}</translation>
  </message>
  <message>
   <source>Seite, 1 bis {count}</source>
   <translation>Page, 1 to {count}</translation>
  </message>
  <message>
   <source>Seite, wie gedruckt ({first} bis {last}) oder Nummer</source>
   <translation>Page as printed ({first} to {last}) or number</translation>
  </message>
  <message>
   <source>Zeigen</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>Zu Seite</source>
   <translation>Go to page</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
 </context>
 <context>
  <name>PageHeader</name>
  <message>
   <source>Menü</source>
   <translation>Menu</translation>
  </message>
  <message>
   <source>Zurück zu {page}</source>
   <translation>Back to {page}</translation>
  </message>
  <message>
   <source>{n} von {count}</source>
   <translation>{n} of {count}</translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Breite</source>
   <translation>Width</translation>
  </message>
  <message>
   <source>Diese Seite lässt sich nicht zeigen.</source>
   <translation>This page cannot be shown.</translation>
  </message>
  <message>
   <source>{name}, Seite {n} von {count}</source>
   <translation>{name}, page {n} of {count}</translation>
  </message>
 </context>
 <context>
  <name>PaletteFinds</name>
  <message>
   <source>Einstellungen: Darstellung hell oder dunkel</source>
   <translation>Settings: light or dark</translation>
  </message>
  <message>
   <source>Einstellungen: Sprache</source>
   <translation>Settings: language</translation>
  </message>
  <message>
   <source>Einstellungen: Textgröße</source>
   <translation>Settings: text size</translation>
  </message>
  <message>
   <source>Hilfe: {title}</source>
   <translation>Help: {title}</translation>
  </message>
  <message>
   <source>{name}: Konsolidierung</source>
   <translation>{name}: consolidation</translation>
  </message>
 </context>
 <context>
  <name>PaletteSearch</name>
  <message>
   <source>1 Treffer</source>
   <translation>1 hit</translation>
  </message>
  <message>
   <source>Im Text</source>
   <translation>In texts</translation>
  </message>
  <message>
   <source>Im Text · 1 Anlage ist noch nicht durchsuchbar</source>
   <translation>In the text · 1 annex cannot be searched yet</translation>
  </message>
  <message>
   <source>Im Text · {n} Anlagen sind noch nicht durchsuchbar</source>
   <translation>In the text · {n} annexes cannot be searched yet</translation>
  </message>
  <message>
   <source>In allen Unterlagen nach „{typed}“ suchen</source>
   <translation>Search all documents for “{typed}”</translation>
  </message>
  <message>
   <source>mehr als {n} Treffer</source>
   <translation>more than {n} hits</translation>
  </message>
  <message>
   <source>{n} Treffer</source>
   <translation>{n} hits</translation>
  </message>
 </context>
 <context>
  <name>PassageChip</name>
  <message>
   <source>Eingabe springt dorthin, Entf löst sie vom Kriterium.</source>
   <translation>Enter goes there, Del unlinks it from the criterion.</translation>
  </message>
  <message>
   <source>Fundstelle lösen</source>
   <translation>Unlink the passage</translation>
  </message>
  <message>
   <source>Fundstelle {place}, {quote}</source>
   <translation>Passage {place}, {quote}</translation>
  </message>
  <message>
   <source>Lösen</source>
   <translation>Unlink</translation>
  </message>
  <message>
   <source>Mit Quelle kopieren</source>
   <translation>Copy with source</translation>
  </message>
  <message>
   <source>Zur Fundstelle</source>
   <translation>Go to the passage</translation>
  </message>
 </context>
 <context>
  <name>PassageColumn</name>
  <message>
   <source>Fundstellen</source>
   <translation>Passages</translation>
  </message>
 </context>
 <context>
  <name>PassageIndex</name>
  <message>
   <source>Sie</source>
   <translation>you</translation>
  </message>
  <message>
   <source>{n} von {count} an dieser Stelle</source>
   <translation>{n} of {count} at this place</translation>
  </message>
 </context>
 <context>
  <name>PassagesPanel</name>
  <message>
   <source>Fundstellen</source>
   <translation>Passages</translation>
  </message>
  <message>
   <source>Noch keine Fundstelle. Text im Dokument markieren, dann F.</source>
   <translation>No passage yet. Select text in the document, then F.</translation>
  </message>
  <message>
   <source>Text markieren, dann F</source>
   <translation>Select text, then F</translation>
  </message>
 </context>
 <context>
  <name>PasswordDialog</name>
  <message>
   <source>Alle, denen die Arbeitsdatei offensteht, können dann diese Anlage lesen und durchsuchen. Ohne Häkchen gilt das Kennwort, bis Sie Votum beenden.</source>
   <translation>Everyone who has the workspace can then read and search this annex. Without the tick the password applies until you quit Votum.</translation>
  </message>
  <message>
   <source>In der Arbeitsdatei aufbewahren</source>
   <translation>Keep in the workspace</translation>
  </message>
  <message>
   <source>Kennwort</source>
   <translation>Password</translation>
  </message>
  <message>
   <source>Kennwort für {name}</source>
   <translation>Password for {name}</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Öffnen</source>
   <translation>Open</translation>
  </message>
 </context>
 <context>
  <name>PdfViewer</name>
  <message>
   <source>Rechteck mit der Maus aufziehen, Esc bricht ab.</source>
   <translation>Draw a rectangle with the mouse, Esc cancels.</translation>
  </message>
  <message>
   <source>Wortlaut nicht lesbar</source>
   <translation>Wording not readable</translation>
  </message>
 </context>
 <context>
  <name>PersonForm</name>
  <message>
   <source>Arbeitgeber (freiwillig)</source>
   <translation>Employers (optional)</translation>
  </message>
  <message>
   <source>Bitte geben Sie Ihren Namen an.</source>
   <translation>Please give your name.</translation>
  </message>
  <message>
   <source>Bitte wählen Sie Ihre Rolle.</source>
   <translation>Please choose your role.</translation>
  </message>
  <message>
   <source>Ihr Name, wie er im Gutachten stehen soll</source>
   <translation>Your name as it should appear in the review</translation>
  </message>
  <message>
   <source>Ihre Rolle in dieser Runde</source>
   <translation>Your role in this round</translation>
  </message>
  <message>
   <source>Mandate und Ämter (freiwillig)</source>
   <translation>Mandates and offices (optional)</translation>
  </message>
  <message>
   <source>Mehrere trennen Sie mit einem Semikolon. Für den Abgleich mit Mitgliederlisten.</source>
   <translation>Separate several by semicolons. Used for the comparison with member lists.</translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message>
   <source>Antrag in der Vorschau</source>
   <translation>Application in the preview</translation>
  </message>
  <message>
   <source>Das Blatt lässt sich nicht anzeigen</source>
   <translation>The sheet cannot be shown</translation>
  </message>
  <message>
   <source>Empfehlungsblatt</source>
   <translation>Recommendation sheet</translation>
  </message>
  <message>
   <source>Geschrieben</source>
   <translation>Written</translation>
  </message>
  <message>
   <source>Nächste Seite</source>
   <translation>Next page</translation>
  </message>
  <message>
   <source>Ohne Namen</source>
   <translation>Without names</translation>
  </message>
  <message>
   <source>Seite {n} von {count}</source>
   <translation>Page {n} of {count}</translation>
  </message>
  <message>
   <source>Vorige Seite</source>
   <translation>Previous page</translation>
  </message>
  <message>
   <source>Vorschau</source>
   <translation>Preview</translation>
  </message>
 </context>
 <context>
  <name>QuestionDialog</name>
  <message>
   <source>Bitte geben Sie einen Grund an.</source>
   <translation>Please give a reason.</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
 </context>
 <context>
  <name>RationaleBody</name>
  <message>
   <source>1 Fundstelle</source>
   <translation>1 passage</translation>
  </message>
  <message>
   <source>{n} Fundstellen</source>
   <translation>{n} passages</translation>
  </message>
 </context>
 <context>
  <name>RationaleCard</name>
  <message>
   <source>Begründung von {who}</source>
   <translation>Rationale of {who}</translation>
  </message>
  <message>
   <source>Fundstellen von {who}</source>
   <translation>Passages of {who}</translation>
  </message>
  <message>
   <source>Ohne Begründung</source>
   <translation>Without rationale</translation>
  </message>
 </context>
 <context>
  <name>RationaleCards</name>
  <message>
   <source>Begründungen</source>
   <translation>Rationales</translation>
  </message>
 </context>
 <context>
  <name>RationaleField</name>
  <message>
   <source>Text bearbeiten</source>
   <translation>Edit text</translation>
  </message>
 </context>
 <context>
  <name>ReadingPage</name>
  <message>
   <source>Ansicht</source>
   <translation>View</translation>
  </message>
  <message>
   <source>Bewertung</source>
   <translation>Scores</translation>
  </message>
  <message>
   <source>Unterlagen</source>
   <translation>Documents</translation>
  </message>
 </context>
 <context>
  <name>ReadingPresenter</name>
  <message>
   <source>Inhalt geschlossen</source>
   <translation>Content closed</translation>
  </message>
  <message>
   <source>Sie sind für diesen Antrag ausgeschlossen. Der Inhalt bleibt für Sie geschlossen.</source>
   <translation>You are excluded from this application. Its content stays closed to you.</translation>
  </message>
  <message>
   <source>Zu diesem Kriterium liegt keine im Katalog genannte Unterlage vor.</source>
   <translation>None of the documents that the catalogue names for this criterion is present.</translation>
  </message>
  <message>
   <source>{key} als „n. b.“ vermerkt</source>
   <translation>{key} noted as “n. a.”</translation>
  </message>
 </context>
 <context>
  <name>ReadingWords</name>
  <message>
   <source>1 Anmerkung ohne Stelle</source>
   <translation>1 annotation without a place</translation>
  </message>
  <message>
   <source>1 Prüfpunkt offen</source>
   <translation>1 check open</translation>
  </message>
  <message>
   <source>Das Gutachten ist eingereicht und nur lesbar.</source>
   <translation>The review is submitted and read-only.</translation>
  </message>
  <message>
   <source>Der Antrag ist zurückgezogen.</source>
   <translation>The application is withdrawn.</translation>
  </message>
  <message>
   <source>Die Arbeitsdatei lässt sich nur lesen.</source>
   <translation>The workspace can only be read.</translation>
  </message>
  <message>
   <source>Die Konsolidierung ist freigegeben, die Gutachten stehen fest. Ändern lassen sie sich erst, wenn der Vorsitz oder die Geschäftsstelle die Freigabe mit Begründung zurücknimmt.</source>
   <translation>The consolidation is released, the reviews are fixed. They can be changed once the chair or the office withdraws the release, with a reason.</translation>
  </message>
  <message>
   <source>Dieses Gutachten hat {name} selbst geschrieben; nur diese Person kann es ändern.</source>
   <translation>{name} wrote this review; only that person can change it.</translation>
  </message>
  <message>
   <source>Eingereicht</source>
   <translation>Submitted</translation>
  </message>
  <message>
   <source>Eingereicht am {day}, nach Ablauf der Frist am {due}</source>
   <translation>Submitted {day}, after the deadline of {due}</translation>
  </message>
  <message>
   <source>Eintragung für {name}</source>
   <translation>Entry for {name}</translation>
  </message>
  <message>
   <source>Eintragung für {name}, {origin}</source>
   <translation>Entry for {name}, {origin}</translation>
  </message>
  <message>
   <source>Fassung {n}</source>
   <translation>Version {n}</translation>
  </message>
  <message>
   <source>Freigegeben</source>
   <translation>Released</translation>
  </message>
  <message>
   <source>Frist {day} · abgelaufen</source>
   <translation>Due {day} · expired</translation>
  </message>
  <message>
   <source>Frist {day} · heute</source>
   <translation>Due {day} · today</translation>
  </message>
  <message>
   <source>Frist {day} · noch 1 Tag</source>
   <translation>Due {day} · 1 day left</translation>
  </message>
  <message>
   <source>Frist {day} · noch {n} Tage</source>
   <translation>Due {day} · {n} days left</translation>
  </message>
  <message>
   <source>Geben Sie zuerst Ihren Namen an: Datei › Name und Rolle.</source>
   <translation>Please give your name first: File › Name and role.</translation>
  </message>
  <message>
   <source>Katalog {version}</source>
   <translation>Catalogue {version}</translation>
  </message>
  <message>
   <source>Zurückgezogen</source>
   <translation>Withdrawn</translation>
  </message>
  <message>
   <source>auf Papier</source>
   <translation>on paper</translation>
  </message>
  <message>
   <source>telefonisch</source>
   <translation>by telephone</translation>
  </message>
  <message>
   <source>{name} ist von diesem Antrag ausgeschlossen.</source>
   <translation>{name} is excluded from this application.</translation>
  </message>
  <message>
   <source>{n} Anmerkungen ohne Stelle</source>
   <translation>{n} annotations without a place</translation>
  </message>
  <message>
   <source>{n} Prüfpunkte offen</source>
   <translation>{n} checks open</translation>
  </message>
 </context>
 <context>
  <name>ReleaseDialog</name>
  <message>
   <source>Begründung der Freigabe trotz fehlender Gutachten</source>
   <translation>Reason for the release although reviews are missing</translation>
  </message>
  <message>
   <source>Bitte geben Sie eine Begründung an.</source>
   <translation>Please give a reason.</translation>
  </message>
  <message>
   <source>Danach stehen Konsenswerte, Gutachten, Formular und Anlagen fest. Vorsitz und Geschäftsstelle können die Freigabe mit Begründung zurücknehmen.</source>
   <translation>Consensus scores, reviews, form and annexes are then fixed. Chair and office can withdraw the release, giving a reason.</translation>
  </message>
  <message>
   <source>Freigeben</source>
   <translation>Release</translation>
  </message>
  <message>
   <source>Keine sachfremden Erwägungen eingeflossen</source>
   <translation>No extraneous considerations were taken into account</translation>
  </message>
  <message>
   <source>Konsolidierung freigeben</source>
   <translation>Release the consolidation</translation>
  </message>
  <message>
   <source>Zur Freigabe ist diese Bestätigung erforderlich.</source>
   <translation>This confirmation is required for the release.</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
 </context>
 <context>
  <name>ReportDialog</name>
  <message>
   <source>Bericht</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>Bericht kopieren</source>
   <translation>Copy report</translation>
  </message>
  <message>
   <source>Der Bericht enthält keine Inhalte aus Anträgen. Er bleibt auf diesem Gerät: {file}</source>
   <translation>The report contains no content of applications. It stays on this device: {file}</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
 </context>
 <context>
  <name>ResultBand</name>
  <message>
   <source>Alle {n} Proben</source>
   <translation>All {n} probes</translation>
  </message>
  <message>
   <source>Probe zeigen</source>
   <translation>Show probe</translation>
  </message>
 </context>
 <context>
  <name>ResultWords</name>
  <message>
   <source>, 1 Konsenswert noch offen (Median eingesetzt)</source>
   <translation>, 1 consensus score still open (median used)</translation>
  </message>
  <message>
   <source>, {n} Konsenswerte noch offen (Median eingesetzt)</source>
   <translation>, {n} consensus scores still open (median used)</translation>
  </message>
  <message>
   <source>1 Konsenswert ist festgehalten.</source>
   <translation>1 consensus score is recorded.</translation>
  </message>
  <message>
   <source>1 Prüfpunkt offen</source>
   <translation>1 check open</translation>
  </message>
  <message>
   <source>1 unstrittiger Wert wird vom Median übernommen.</source>
   <translation>1 undisputed score is taken over from the median.</translation>
  </message>
  <message>
   <source>Bereich {areas} unter {bound}</source>
   <translation>Area {areas} below {bound}</translation>
  </message>
  <message>
   <source>Bereiche {areas} unter {bound}</source>
   <translation>Areas {areas} below {bound}</translation>
  </message>
  <message>
   <source>Kein Vorschlag</source>
   <translation>No suggestion</translation>
  </message>
  <message>
   <source>Kein Vorschlag: {reason}</source>
   <translation>No suggestion: {reason}</translation>
  </message>
  <message>
   <source>Vorschlag</source>
   <translation>Suggestion</translation>
  </message>
  <message>
   <source>Vorschlag, freigegeben</source>
   <translation>Suggestion, released</translation>
  </message>
  <message>
   <source>Vorschlag, vorläufig</source>
   <translation>Suggestion, provisional</translation>
  </message>
  <message>
   <source>Vorschlag: {result}</source>
   <translation>Suggestion: {result}</translation>
  </message>
  <message>
   <source>kein Vorschlag</source>
   <translation>no suggestion</translation>
  </message>
  <message>
   <source>nein</source>
   <translation>no</translation>
  </message>
  <message>
   <source>offen</source>
   <translation>open</translation>
  </message>
  <message>
   <source>{keys} unter Min</source>
   <translation>{keys} below min</translation>
  </message>
  <message>
   <source>{keys} unter Mindestwert</source>
   <translation>{keys} below the minimum</translation>
  </message>
  <message>
   <source>{name}? nein</source>
   <translation>{name}? no</translation>
  </message>
  <message>
   <source>{name}? offen</source>
   <translation>{name}? open</translation>
  </message>
  <message>
   <source>{n} Konsenswerte sind festgehalten.</source>
   <translation>{n} consensus scores are recorded.</translation>
  </message>
  <message>
   <source>{n} Prüfpunkte offen</source>
   <translation>{n} checks open</translation>
  </message>
  <message>
   <source>{n} unstrittige Werte werden vom Median übernommen.</source>
   <translation>{n} undisputed scores are taken over from the median.</translation>
  </message>
  <message>
   <source>{n} von {expected} Gutachten liegen vor.</source>
   <translation>{n} of {expected} reviews are in.</translation>
  </message>
 </context>
 <context>
  <name>ReviewAnswers</name>
  <message>
   <source>Gesamteindruck</source>
   <translation>Overall impression</translation>
  </message>
  <message>
   <source>{key}: Begründung</source>
   <translation>{key}: rationale</translation>
  </message>
  <message>
   <source>{key}: Wert gelöscht</source>
   <translation>{key}: score cleared</translation>
  </message>
 </context>
 <context>
  <name>RoundFlow</name>
  <message>
   <source>1 Eingabe ließ sich nicht speichern und geht verloren.</source>
   <translation>1 entry could not be saved and will be lost.</translation>
  </message>
  <message>
   <source>Arbeit abbrechen</source>
   <translation>Stop the work</translation>
  </message>
  <message>
   <source>Demo-Runde wird vorbereitet</source>
   <translation>Preparing the demo round</translation>
  </message>
  <message>
   <source>Eingaben verwerfen</source>
   <translation>Discard entries</translation>
  </message>
  <message>
   <source>Kopie</source>
   <translation>copy</translation>
  </message>
  <message>
   <source>Kopie gesichert</source>
   <translation>Copy saved</translation>
  </message>
  <message>
   <source>Laufende Arbeit abbrechen?</source>
   <translation>Stop the work in progress?</translation>
  </message>
  <message>
   <source>Nur lesen</source>
   <translation>Read only</translation>
  </message>
  <message>
   <source>Ohne Speichern schließen?</source>
   <translation>Close without saving?</translation>
  </message>
  <message>
   <source>Sie arbeiten jetzt als {name}, {role}.</source>
   <translation>You now work as {name}, {role}.</translation>
  </message>
  <message>
   <source>{name} wird geöffnet</source>
   <translation>Opening {name}</translation>
  </message>
  <message>
   <source>{n} Eingaben ließen sich nicht speichern und gehen verloren.</source>
   <translation>{n} entries could not be saved and will be lost.</translation>
  </message>
  <message>
   <source>{work}. Nach einem Abbruch bleibt nichts Unvollständiges zurück.</source>
   <translation>{work}. If it is stopped, nothing incomplete is left behind.</translation>
  </message>
 </context>
 <context>
  <name>SaveLabel</name>
  <message>
   <source>Gespeichert {time}</source>
   <translation>Saved {time}</translation>
  </message>
  <message>
   <source>Nicht gespeichert seit {time}</source>
   <translation>Not saved since {time}</translation>
  </message>
  <message>
   <source>Speichert …</source>
   <translation>Saving …</translation>
  </message>
 </context>
 <context>
  <name>ScoreMap</name>
  <message>
   <source>Nächster Bereich</source>
   <translation>Next area</translation>
  </message>
  <message>
   <source>Voriger Bereich</source>
   <translation>Previous area</translation>
  </message>
 </context>
 <context>
  <name>ScorePanel</name>
  <message>
   <source>Einreichen …</source>
   <translation>Submit …</translation>
  </message>
  <message>
   <source>Gesamteindruck</source>
   <translation>Overall impression</translation>
  </message>
  <message>
   <source>Nächstes offenes</source>
   <translation>Next open one</translation>
  </message>
  <message>
   <source>Strg Eingabe</source>
   <translation>Ctrl Enter</translation>
  </message>
  <message>
   <source>Weiter</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Zwischenstand</source>
   <translation>So far</translation>
  </message>
 </context>
 <context>
  <name>ScoreScale</name>
  <message>
   <source>Anhaltspunkt</source>
   <translation>Hint</translation>
  </message>
  <message>
   <source>Min {value}</source>
   <translation>Min {value}</translation>
  </message>
 </context>
 <context>
  <name>ScoreTile</name>
  <message>
   <source>{key}, noch kein Wert</source>
   <translation>{key}, no score yet</translation>
  </message>
  <message>
   <source>{key}, {value}, unter Mindestwert {minimum}</source>
   <translation>{key}, {value}, below minimum {minimum}</translation>
  </message>
 </context>
 <context>
  <name>ScrolledPassages</name>
  <message>
   <source>Fundstellen</source>
   <translation>Passages</translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Suchen oder Befehl</source>
   <translation>Search or command</translation>
  </message>
 </context>
 <context>
  <name>SearchPane</name>
  <message>
   <source>Alle Anträge</source>
   <translation>All applications</translation>
  </message>
  <message>
   <source>Alle Kriterien</source>
   <translation>All criteria</translation>
  </message>
  <message>
   <source>Alles</source>
   <translation>Everything</translation>
  </message>
  <message>
   <source>Antrag</source>
   <translation>Application</translation>
  </message>
  <message>
   <source>Art</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>In allen Unterlagen suchen</source>
   <translation>Search all documents</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Mehr Treffer zeigen</source>
   <translation>Show more hits</translation>
  </message>
  <message>
   <source>Suche leeren</source>
   <translation>Clear the search</translation>
  </message>
  <message>
   <source>Suche schließen</source>
   <translation>Close search</translation>
  </message>
  <message>
   <source>Suche über alles</source>
   <translation>Search everything</translation>
  </message>
  <message>
   <source>Treffer</source>
   <translation>Hits</translation>
  </message>
  <message>
   <source>Wort oder „genaue Wortfolge“</source>
   <translation>Word or “exact phrase”</translation>
  </message>
 </context>
 <context>
  <name>SearchPresenter</name>
  <message>
   <source>1 Anlage ist noch nicht durchsuchbar</source>
   <translation>1 annex cannot be searched yet</translation>
  </message>
  <message>
   <source>1 Treffer</source>
   <translation>1 hit</translation>
  </message>
  <message>
   <source>Anlagen</source>
   <translation>Annexes</translation>
  </message>
  <message>
   <source>Anmerkungen</source>
   <translation>Annotations</translation>
  </message>
  <message>
   <source>Begründungen</source>
   <translation>Rationales</translation>
  </message>
  <message>
   <source>Durchsuchbar: {done} von {total}</source>
   <translation>Searchable: {done} of {total}</translation>
  </message>
  <message>
   <source>Formular</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Formulare, Anlagen, Begründungen und Anmerkungen; der Wortanfang genügt.</source>
   <translation>Forms, annexes, rationales and annotations; the beginning of a word is enough.</translation>
  </message>
  <message>
   <source>Mehr als {n} Treffer</source>
   <translation>More than {n} hits</translation>
  </message>
  <message>
   <source>Nichts gefunden</source>
   <translation>Nothing found</translation>
  </message>
  <message>
   <source>{n} Anlagen sind noch nicht durchsuchbar</source>
   <translation>{n} annexes cannot be searched yet</translation>
  </message>
  <message>
   <source>{n} Treffer in 1 Antrag</source>
   <translation>{n} hits in 1 application</translation>
  </message>
  <message>
   <source>{n} Treffer in {count} Anträgen</source>
   <translation>{n} hits in {count} applications</translation>
  </message>
 </context>
 <context>
  <name>SelectionToolbar</name>
  <message>
   <source>Anderes …</source>
   <translation>Other …</translation>
  </message>
  <message>
   <source>Auswahl</source>
   <translation>Selection</translation>
  </message>
  <message>
   <source>Nur für mich markieren</source>
   <translation>Mark for me alone</translation>
  </message>
  <message>
   <source>Umschalt F</source>
   <translation>Shift F</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Anhaltspunkte ausblenden</source>
   <translation>Hide hints</translation>
  </message>
  <message>
   <source>Ansicht</source>
   <translation>View</translation>
  </message>
  <message>
   <source>Bewegungen abschalten</source>
   <translation>Turn off animations</translation>
  </message>
  <message>
   <source>Diese Einstellungen gelten für Sie auf diesem Gerät, nicht für die Arbeitsdatei.</source>
   <translation>These settings are yours on this device, not part of the workspace.</translation>
  </message>
  <message>
   <source>Einstellungen</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Farben</source>
   <translation>Colours</translation>
  </message>
  <message>
   <source>Lesen und bewerten</source>
   <translation>Reading and scoring</translation>
  </message>
  <message>
   <source>Papier im dunklen Thema abdunkeln</source>
   <translation>Dim paper in the dark theme</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Sprache</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>Textgröße</source>
   <translation>Text size</translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message>
   <source>Diese Unterlage hat keine Gliederung.</source>
   <translation>This document has no outline.</translation>
  </message>
  <message>
   <source>Gliederung</source>
   <translation>Outline</translation>
  </message>
  <message>
   <source>Seiten</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Seitenleiste</source>
   <translation>Sidebar</translation>
  </message>
 </context>
 <context>
  <name>SpreadAxis</name>
  <message>
   <source>Median</source>
   <translation>Median</translation>
  </message>
  <message>
   <source>Min</source>
   <translation>Min</translation>
  </message>
  <message>
   <source>Mindestwert</source>
   <translation>Minimum</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>Andere Arbeitsdatei öffnen …</source>
   <translation>Open another workspace …</translation>
  </message>
  <message>
   <source>Anträge lesen, bewerten, beraten – alles bleibt auf diesem Gerät.</source>
   <translation>Read, score and discuss applications – everything stays on this device.</translation>
  </message>
  <message>
   <source>Beginnen</source>
   <translation>Begin</translation>
  </message>
  <message>
   <source>Einstellungen</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Fortsetzen</source>
   <translation>Continue</translation>
  </message>
  <message>
   <source>Für Vorsitz und Geschäftsstelle</source>
   <translation>For chair and office</translation>
  </message>
  <message>
   <source>Hilfe</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>In eine neue Runde importieren</source>
   <translation>Import into a new round</translation>
  </message>
  <message>
   <source>Schritt 3 von 3 · Wählen Sie eine Datei, oder sehen Sie sich die Demo-Runde an.</source>
   <translation>Step 3 of 3 · Choose a file, or look at the demo round.</translation>
  </message>
  <message>
   <source>Suchen …</source>
   <translation>Search …</translation>
  </message>
  <message>
   <source>Votum {version} · Keine Verbindung ins Netz</source>
   <translation>Votum {version} · No connection to the network</translation>
  </message>
  <message>
   <source>Zuletzt geöffnet</source>
   <translation>Recently opened</translation>
  </message>
  <message>
   <source>Zwölf erfundene Anträge zum Ausprobieren</source>
   <translation>Twelve invented applications to try out</translation>
  </message>
  <message>
   <source>nicht gefunden</source>
   <translation>not found</translation>
  </message>
 </context>
 <context>
  <name>StartPresenter</name>
  <message>
   <source>1 Antrag</source>
   <translation>1 application</translation>
  </message>
  <message>
   <source>gestern, {time}</source>
   <translation>yesterday, {time}</translation>
  </message>
  <message>
   <source>heute, {time}</source>
   <translation>today, {time}</translation>
  </message>
  <message>
   <source>{n} Anträge</source>
   <translation>{n} applications</translation>
  </message>
  <message>
   <source>{n} zu tun</source>
   <translation>{n} to do</translation>
  </message>
 </context>
 <context>
  <name>StatisticsPage</name>
  <message>
   <source>Statistik</source>
   <translation>Statistics</translation>
  </message>
 </context>
 <context>
  <name>StatisticsPresenter</name>
  <message>
   <source>Die Statistik beginnt mit dem ersten importierten Antrag.</source>
   <translation>The statistics begin with the first imported application.</translation>
  </message>
  <message>
   <source>Gespeichert: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>Keine Angaben.</source>
   <translation>No data.</translation>
  </message>
  <message>
   <source>Noch keine Anträge</source>
   <translation>No applications yet</translation>
  </message>
  <message>
   <source>Paket importieren …</source>
   <translation>Import package …</translation>
  </message>
  <message>
   <source>Statistik</source>
   <translation>Statistics</translation>
  </message>
  <message>
   <source>Weniger als {n} Anträge: nur Zahlen, kein Diagramm.</source>
   <translation>Fewer than {n} applications: numbers only, no chart.</translation>
  </message>
 </context>
 <context>
  <name>SubmissionPresenter</name>
  <message>
   <source>Das bisherige bleibt als Fassung {n} erhalten. Warum öffnen Sie es?</source>
   <translation>The current one is kept as version {n}. Why do you reopen it?</translation>
  </message>
  <message>
   <source>Grund</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Gutachten eingereicht</source>
   <translation>Review submitted</translation>
  </message>
  <message>
   <source>Gutachten eingereicht. Von Ihnen wird kein weiteres erwartet.</source>
   <translation>Review submitted. No further review is expected of you.</translation>
  </message>
  <message>
   <source>Gutachten wieder geöffnet</source>
   <translation>Review reopened</translation>
  </message>
  <message>
   <source>Gutachten wieder öffnen?</source>
   <translation>Reopen the review?</translation>
  </message>
  <message>
   <source>Gutachten zu {number} eingereicht. Weiter mit {following}.</source>
   <translation>Review of {number} submitted. Continuing with {following}.</translation>
  </message>
  <message>
   <source>Wieder öffnen</source>
   <translation>Reopen</translation>
  </message>
 </context>
 <context>
  <name>SubmitDialog</name>
  <message>
   <source>1 Kriterium ohne Wert</source>
   <translation>1 criterion without a score</translation>
  </message>
  <message>
   <source>Begründung zu {key} fehlt</source>
   <translation>Rationale for {key} is missing</translation>
  </message>
  <message>
   <source>Begründung zu {key}: {count} Zeichen, höchstens {most}</source>
   <translation>Rationale for {key}: {count} characters, at most {most}</translation>
  </message>
  <message>
   <source>Das Einreichen ist möglich, sobald nichts mehr fehlt.</source>
   <translation>Submitting is possible once nothing is missing.</translation>
  </message>
  <message>
   <source>Gutachten einreichen</source>
   <translation>Submit review</translation>
  </message>
  <message>
   <source>Ihr Ergebnis nach Katalog</source>
   <translation>Your result by the catalogue</translation>
  </message>
  <message>
   <source>Ihr Gutachten wird eingereicht und ist danach nur lesbar.</source>
   <translation>Your review is submitted and can only be read afterwards.</translation>
  </message>
  <message>
   <source>Mit Begründung können Sie es wieder öffnen.</source>
   <translation>You can reopen it with a reason.</translation>
  </message>
  <message>
   <source>Noch zu tun</source>
   <translation>Still to do</translation>
  </message>
  <message>
   <source>Ohne Gesamtwert, weil mindestens ein Kriterium nicht beurteilbar ist.</source>
   <translation>Without a total, because at least one criterion is not assessable.</translation>
  </message>
  <message>
   <source>So geht es weiter</source>
   <translation>What happens next</translation>
  </message>
  <message>
   <source>Weiter bewerten</source>
   <translation>Go on scoring</translation>
  </message>
  <message>
   <source>Zu {key}</source>
   <translation>To {key}</translation>
  </message>
  <message>
   <source>Zu „nicht beurteilbar“ ist eine Begründung Pflicht.</source>
   <translation>A rationale is required for “not assessable”.</translation>
  </message>
  <message>
   <source>Zum Wert {value} ist eine Begründung Pflicht.</source>
   <translation>A rationale is required for the score {value}.</translation>
  </message>
  <message>
   <source>Zur Kenntnis</source>
   <translation>For information</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>{key} liegt mit {value} unter dem Mindestwert {minimum}. Dazu ist eine Begründung Pflicht.</source>
   <translation>{key} is {value}, below the minimum {minimum}. A rationale is required.</translation>
  </message>
  <message>
   <source>{key} „nicht beurteilbar“ ist begründet</source>
   <translation>{key} “not assessable” has its rationale</translation>
  </message>
  <message>
   <source>{n} Kriterien ohne Wert</source>
   <translation>{n} criteria without a score</translation>
  </message>
 </context>
 <context>
  <name>TablesView</name>
  <message>
   <source>Gezeigt sind die ersten {n} Zeilen.</source>
   <translation>The first {n} rows are shown.</translation>
  </message>
 </context>
 <context>
  <name>TextNote</name>
  <message>
   <source>Ein Text darf höchstens {most} Zeichen haben. Der überzählige Teil wurde nicht eingefügt; Ihr Text bleibt erhalten.</source>
   <translation>A text may have at most {most} characters. The surplus was not inserted; your text is kept.</translation>
  </message>
  <message>
   <source>Länger als {count} Zeichen: Empfehlungsblatt und Mappe geben den Text vollständig wieder.</source>
   <translation>Longer than {count} characters: recommendation sheet and workbook give the text in full.</translation>
  </message>
  <message>
   <source>Zum Einreichen sind höchstens {count} Zeichen möglich. Bis dahin bleibt Ihr Text vollständig erhalten.</source>
   <translation>At most {count} characters can be submitted. Until then your text is kept in full.</translation>
  </message>
 </context>
 <context>
  <name>TextRecognition</name>
  <message>
   <source>Abgebrochen. Bereits erkannter Text bleibt durchsuchbar.</source>
   <translation>Cancelled. Text already recognised stays searchable.</translation>
  </message>
  <message>
   <source>Abgebrochen. Nichts wurde geändert.</source>
   <translation>Cancelled. Nothing was changed.</translation>
  </message>
  <message>
   <source>Alle Seiten dieser Anlage haben bereits Text.</source>
   <translation>All pages of this annex already have text.</translation>
  </message>
  <message>
   <source>Die Texterkennung läuft bereits. Sie bearbeitet eine Anlage nach der anderen.</source>
   <translation>Text recognition is already running. It handles one annex at a time.</translation>
  </message>
  <message>
   <source>Text wird erkannt: {key}</source>
   <translation>Recognising text: {key}</translation>
  </message>
 </context>
 <context>
  <name>ThumbnailModel</name>
  <message>
   <source>Seite {n}</source>
   <translation>Page {n}</translation>
  </message>
  <message>
   <source>{page}, Fundstellen: {keys}</source>
   <translation>{page}, passages: {keys}</translation>
  </message>
 </context>
 <context>
  <name>Thumbnails</name>
  <message>
   <source>Seiten</source>
   <translation>Pages</translation>
  </message>
 </context>
 <context>
  <name>Tip</name>
  <message>
   <source>Verstanden</source>
   <translation>Got it</translation>
  </message>
 </context>
 <context>
  <name>Tips</name>
  <message>
   <source>Text markieren, dann {keys}: Die Stelle wird zum Beleg für das offene Kriterium.</source>
   <translation>Select text, then {keys}: the place becomes evidence for the open criterion.</translation>
  </message>
  <message>
   <source>Ziffern setzen den Wert, auch mit Komma; {keys} führt zum nächsten offenen Kriterium.</source>
   <translation>Digits set the score, also with a comma; {keys} leads to the next open criterion.</translation>
  </message>
  <message>
   <source>{keys} findet Anträge, Kriterien und jeden Befehl.</source>
   <translation>{keys} finds applications, criteria and every command.</translation>
  </message>
 </context>
 <context>
  <name>WindowCommands</name>
  <message>
   <source>Freie Software unter der Apache-Lizenz 2.0. Qt (LGPL 3), Inter (SIL OFL 1.1). Alle Daten bleiben auf diesem Gerät.</source>
   <translation>Free software under the Apache License 2.0. Qt (LGPL 3), Inter (SIL OFL 1.1). All data stay on this device.</translation>
  </message>
 </context>
 <context>
  <name>WindowFrame</name>
  <message>
   <source>Nur lesen</source>
   <translation>Read only</translation>
  </message>
 </context>
 <context>
  <name>WindowParts</name>
  <message>
   <source>Kopie sichern …</source>
   <translation>Save a copy …</translation>
  </message>
  <message>
   <source>Nicht gespeichert seit {time}</source>
   <translation>Not saved since {time}</translation>
  </message>
  <message>
   <source>Rückgängig gemacht: {what}</source>
   <translation>Undone: {what}</translation>
  </message>
  <message>
   <source>Wiederholt: {what}</source>
   <translation>Redone: {what}</translation>
  </message>
  <message>
   <source>ohne Namen</source>
   <translation>without a name</translation>
  </message>
  <message>
   <source>{reason} Ihre Eingaben sind noch da; Votum versucht es alle 10 Sekunden.</source>
   <translation>{reason} Your entries are still there; Votum tries every 10 seconds.</translation>
  </message>
 </context>
 <context>
  <name>WorkStrip</name>
  <message>
   <source>Abbrechen</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Wird abgebrochen …</source>
   <translation>Cancelling …</translation>
  </message>
  <message>
   <source>{n} von {count}</source>
   <translation>{n} of {count}</translation>
  </message>
 </context>
 <context>
  <name>WrittenFiles</name>
  <message>
   <source>Ersetzte und mögliche Namen, bitte prüfen</source>
   <translation>Replaced and possible names, please check</translation>
  </message>
  <message>
   <source>Ordner öffnen</source>
   <translation>Open folder</translation>
  </message>
 </context>
 <context>
  <name>_Card</name>
  <message>
   <source>Fundstellen von {who}</source>
   <translation>Passages of {who}</translation>
  </message>
 </context>
 <context>
  <name>_Row</name>
  <message>
   <source>Hier</source>
   <translation>Here</translation>
  </message>
  <message>
   <source>Hier: {place}, {fit}</source>
   <translation>Here: {place}, {fit}</translation>
  </message>
  <message>
   <source>Zur Angabe</source>
   <translation>Go to the answer</translation>
  </message>
  <message>
   <source>Zur Angabe: {title}</source>
   <translation>Go to the answer: {title}</translation>
  </message>
 </context>
 <context>
  <name>_Sign</name>
  <message>
   <source>Achtung</source>
   <translation>Attention</translation>
  </message>
  <message>
   <source>Erledigt</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Fehler</source>
   <translation>Error</translation>
  </message>
  <message>
   <source>Hinweis</source>
   <translation>Notice</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;Ansicht</source>
   <translation>&amp;View</translation>
  </message>
  <message>
   <source>&amp;Bearbeiten</source>
   <translation>&amp;Edit</translation>
  </message>
  <message>
   <source>&amp;Datei</source>
   <translation>&amp;File</translation>
  </message>
  <message>
   <source>&amp;Gutachten</source>
   <translation>&amp;Review</translation>
  </message>
  <message>
   <source>&amp;Hilfe</source>
   <translation>&amp;Help</translation>
  </message>
  <message>
   <source>&amp;Konsolidierung</source>
   <translation>&amp;Consolidation</translation>
  </message>
  <message>
   <source>Akte &amp;&amp; Export</source>
   <translation>Record &amp;&amp; export</translation>
  </message>
  <message>
   <source>Akte schreiben …</source>
   <translation>Write record …</translation>
  </message>
  <message>
   <source>Alle Anmerkungen</source>
   <translation>All annotations</translation>
  </message>
  <message>
   <source>Alle Hilfeseiten</source>
   <translation>All help pages</translation>
  </message>
  <message>
   <source>Alle Proben der Robustheit</source>
   <translation>All robustness probes</translation>
  </message>
  <message>
   <source>Als Beleg für ein anderes Kriterium …</source>
   <translation>As evidence for another criterion …</translation>
  </message>
  <message>
   <source>Als Beleg verknüpfen</source>
   <translation>Link as evidence</translation>
  </message>
  <message>
   <source>Als Gutachter:in weiterarbeiten</source>
   <translation>Continue as reviewer</translation>
  </message>
  <message>
   <source>Als Vorsitz weiterarbeiten</source>
   <translation>Continue as chair</translation>
  </message>
  <message>
   <source>An&amp;lage</source>
   <translation>Anne&amp;x</translation>
  </message>
  <message>
   <source>An&amp;trag</source>
   <translation>&amp;Application</translation>
  </message>
  <message>
   <source>Anhaltspunkte zeigen</source>
   <translation>Show hints</translation>
  </message>
  <message>
   <source>Anmerkungen aus den Anlagen importieren</source>
   <translation>Import annotations from the annexes</translation>
  </message>
  <message>
   <source>Anmerkungen löschen</source>
   <translation>Delete annotations</translation>
  </message>
  <message>
   <source>Anmerkungen mit Kriterium verknüpfen …</source>
   <translation>Link annotations to a criterion …</translation>
  </message>
  <message>
   <source>Anmerkungen mit Quelle kopieren</source>
   <translation>Copy annotations with their source</translation>
  </message>
  <message>
   <source>Anmerkungen ohne Stelle</source>
   <translation>Annotations without a place</translation>
  </message>
  <message>
   <source>Anmerkungen privat oder sichtbar machen</source>
   <translation>Make annotations private or visible</translation>
  </message>
  <message>
   <source>Anmerkungen sortieren nach …</source>
   <translation>Sort annotations by …</translation>
  </message>
  <message>
   <source>Anmerkungen speichern …</source>
   <translation>Save annotations …</translation>
  </message>
  <message>
   <source>Anmerkungen von Kriterien lösen</source>
   <translation>Unlink annotations from criteria</translation>
  </message>
  <message>
   <source>Antrag öffnen</source>
   <translation>Open application</translation>
  </message>
  <message>
   <source>Anträge</source>
   <translation>Applications</translation>
  </message>
  <message>
   <source>Arbeitsdatei schließen</source>
   <translation>Close workspace</translation>
  </message>
  <message>
   <source>Arbeitsdatei öffnen …</source>
   <translation>Open workspace …</translation>
  </message>
  <message>
   <source>Auswahl mit Quelle kopieren</source>
   <translation>Copy selection with its source</translation>
  </message>
  <message>
   <source>Auswahl unterstreichen</source>
   <translation>Underline the selection</translation>
  </message>
  <message>
   <source>Beenden</source>
   <translation>Quit</translation>
  </message>
  <message>
   <source>Demo-Runde öffnen</source>
   <translation>Open demo round</translation>
  </message>
  <message>
   <source>Dunkel</source>
   <translation>Dark</translation>
  </message>
  <message>
   <source>Einstellungen …</source>
   <translation>Settings …</translation>
  </message>
  <message>
   <source>Erklärung zur Barrierefreiheit</source>
   <translation>Accessibility statement</translation>
  </message>
  <message>
   <source>Filter zurücksetzen</source>
   <translation>Reset filter</translation>
  </message>
  <message>
   <source>Formale Prüfung zeigen</source>
   <translation>Show the formal check</translation>
  </message>
  <message>
   <source>Freigabe zurücknehmen …</source>
   <translation>Withdraw release …</translation>
  </message>
  <message>
   <source>Freigeben …</source>
   <translation>Release …</translation>
  </message>
  <message>
   <source>Fundstelle lösen</source>
   <translation>Unlink the passage</translation>
  </message>
  <message>
   <source>Ganzer Bildschirm</source>
   <translation>Full screen</translation>
  </message>
  <message>
   <source>Gehe &amp;zu</source>
   <translation>&amp;Go</translation>
  </message>
  <message>
   <source>Gesamteindruck</source>
   <translation>Overall impression</translation>
  </message>
  <message>
   <source>Geänderten Wortlaut bestätigen</source>
   <translation>Confirm changed wording</translation>
  </message>
  <message>
   <source>Gliederung</source>
   <translation>Outline</translation>
  </message>
  <message>
   <source>Gutachten einreichen …</source>
   <translation>Submit review …</translation>
  </message>
  <message>
   <source>Gutachten für andere eintragen …</source>
   <translation>Enter a review for somebody else …</translation>
  </message>
  <message>
   <source>Gutachten wieder öffnen …</source>
   <translation>Reopen review …</translation>
  </message>
  <message>
   <source>Hell</source>
   <translation>Light</translation>
  </message>
  <message>
   <source>Hier suchen oder filtern</source>
   <translation>Search or filter here</translation>
  </message>
  <message>
   <source>Hilfe zu dieser Stelle</source>
   <translation>Help for this place</translation>
  </message>
  <message>
   <source>Importbericht</source>
   <translation>Import report</translation>
  </message>
  <message>
   <source>In allen Unterlagen suchen …</source>
   <translation>Search all documents …</translation>
  </message>
  <message>
   <source>Kennwort löschen</source>
   <translation>Delete password</translation>
  </message>
  <message>
   <source>Konsens festhalten</source>
   <translation>Record consensus</translation>
  </message>
  <message>
   <source>Konsens zurücknehmen</source>
   <translation>Take consensus back</translation>
  </message>
  <message>
   <source>Konsolidierung</source>
   <translation>Consolidation</translation>
  </message>
  <message>
   <source>Kopie sichern …</source>
   <translation>Save a copy …</translation>
  </message>
  <message>
   <source>Links dieser Seite</source>
   <translation>Links on this page</translation>
  </message>
  <message>
   <source>Menü</source>
   <translation>Menu</translation>
  </message>
  <message>
   <source>Name und Rolle …</source>
   <translation>Name and role …</translation>
  </message>
  <message>
   <source>Namen ausblenden</source>
   <translation>Hide names</translation>
  </message>
  <message>
   <source>Neue Runde anlegen …</source>
   <translation>New round …</translation>
  </message>
  <message>
   <source>Notiz zum Antrag</source>
   <translation>Note on the application</translation>
  </message>
  <message>
   <source>Notiz zur Seite</source>
   <translation>Note on the page</translation>
  </message>
  <message>
   <source>Nur für mich markieren</source>
   <translation>Mark for me alone</translation>
  </message>
  <message>
   <source>Nächster Antrag</source>
   <translation>Next application</translation>
  </message>
  <message>
   <source>Nächster Antrag der Liste</source>
   <translation>Next application in the list</translation>
  </message>
  <message>
   <source>Nächster Fensterbereich</source>
   <translation>Next pane</translation>
  </message>
  <message>
   <source>Nächster Treffer</source>
   <translation>Next hit</translation>
  </message>
  <message>
   <source>Nächstes Kriterium</source>
   <translation>Next criterion</translation>
  </message>
  <message>
   <source>Nächstes offenes Kriterium</source>
   <translation>Next open criterion</translation>
  </message>
  <message>
   <source>Ordner importieren …</source>
   <translation>Import folder …</translation>
  </message>
  <message>
   <source>Paket importieren …</source>
   <translation>Import package …</translation>
  </message>
  <message>
   <source>Rechteck markieren</source>
   <translation>Mark a rectangle</translation>
  </message>
  <message>
   <source>Rückgängig</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>Satz auswählen</source>
   <translation>Select the sentence</translation>
  </message>
  <message>
   <source>Seitenübersicht</source>
   <translation>Page overview</translation>
  </message>
  <message>
   <source>Sortieren nach …</source>
   <translation>Sort by …</translation>
  </message>
  <message>
   <source>Statistik</source>
   <translation>Statistics</translation>
  </message>
  <message>
   <source>Statistik als Excel speichern …</source>
   <translation>Save statistics as Excel …</translation>
  </message>
  <message>
   <source>Stufen der Skala zeigen</source>
   <translation>Show the levels of the scale</translation>
  </message>
  <message>
   <source>Suchen oder Befehl …</source>
   <translation>Search or command …</translation>
  </message>
  <message>
   <source>Tasten</source>
   <translation>Keys</translation>
  </message>
  <message>
   <source>Text erkennen</source>
   <translation>Recognise text</translation>
  </message>
  <message>
   <source>Text größer</source>
   <translation>Larger text</translation>
  </message>
  <message>
   <source>Text kleiner</source>
   <translation>Smaller text</translation>
  </message>
  <message>
   <source>Textcursor in der Unterlage</source>
   <translation>Text cursor in the document</translation>
  </message>
  <message>
   <source>Unstrittige Werte übernehmen</source>
   <translation>Take over undisputed scores</translation>
  </message>
  <message>
   <source>Unterlage auf Breite</source>
   <translation>Document to width</translation>
  </message>
  <message>
   <source>Unterlage größer</source>
   <translation>Document larger</translation>
  </message>
  <message>
   <source>Unterlage kleiner</source>
   <translation>Document smaller</translation>
  </message>
  <message>
   <source>Unterlage wählen …</source>
   <translation>Choose document …</translation>
  </message>
  <message>
   <source>Unterlagen lesen</source>
   <translation>Read the documents</translation>
  </message>
  <message>
   <source>Unterlagen zum Kriterium aufschlagen</source>
   <translation>Open the documents for the criterion</translation>
  </message>
  <message>
   <source>Verlauf des Konsenswerts</source>
   <translation>History of the consensus score</translation>
  </message>
  <message>
   <source>Vor</source>
   <translation>Forward</translation>
  </message>
  <message>
   <source>Voriger Antrag</source>
   <translation>Previous application</translation>
  </message>
  <message>
   <source>Voriger Antrag der Liste</source>
   <translation>Previous application in the list</translation>
  </message>
  <message>
   <source>Voriger Fensterbereich</source>
   <translation>Previous pane</translation>
  </message>
  <message>
   <source>Voriger Treffer</source>
   <translation>Previous hit</translation>
  </message>
  <message>
   <source>Voriges Kriterium</source>
   <translation>Previous criterion</translation>
  </message>
  <message>
   <source>Vorschau des Antrags</source>
   <translation>Preview the application</translation>
  </message>
  <message>
   <source>Wie das System</source>
   <translation>As the system</translation>
  </message>
  <message>
   <source>Wiederholen</source>
   <translation>Redo</translation>
  </message>
  <message>
   <source>Zu Seite …</source>
   <translation>Go to page …</translation>
  </message>
  <message>
   <source>Zum eigenen Gutachten</source>
   <translation>To your own review</translation>
  </message>
  <message>
   <source>Zur Stelle der Anmerkung</source>
   <translation>To the annotation's place</translation>
  </message>
  <message>
   <source>Zur Wertskala</source>
   <translation>To the score scale</translation>
  </message>
  <message>
   <source>Zurück</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Zweite Anlage daneben</source>
   <translation>Second annex alongside</translation>
  </message>
  <message>
   <source>Über Votum</source>
   <translation>About Votum</translation>
  </message>
 </context>
 <context>
  <name>desk_pages</name>
  <message>
   <source>Anträge</source>
   <translation>Applications</translation>
  </message>
  <message>
   <source>Konsolidierung</source>
   <translation>Consolidation</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>Alt</source>
   <translation>Alt</translation>
  </message>
  <message>
   <source>Bild ↑</source>
   <translation>PgUp</translation>
  </message>
  <message>
   <source>Bild ↓</source>
   <translation>PgDn</translation>
  </message>
  <message>
   <source>Eingabe</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Ende</source>
   <translation>End</translation>
  </message>
  <message>
   <source>Entf</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Leertaste</source>
   <translation>Space</translation>
  </message>
  <message>
   <source>Pos1</source>
   <translation>Home</translation>
  </message>
  <message>
   <source>Rücktaste</source>
   <translation>Backspace</translation>
  </message>
  <message>
   <source>Strg</source>
   <translation>Ctrl</translation>
  </message>
  <message>
   <source>Umschalt</source>
   <translation>Shift</translation>
  </message>
 </context>
 <context>
  <name>needs</name>
  <message>
   <source>Alle Anmerkungen haben ihre Stelle.</source>
   <translation>All annotations have their place.</translation>
  </message>
  <message>
   <source>Dafür ist auf diesem Gerät das Programm Tesseract mit der Sprache Deutsch erforderlich.</source>
   <translation>This requires the program Tesseract with the language German on this device.</translation>
  </message>
  <message>
   <source>Das Gutachten ist eingereicht und nur lesbar.</source>
   <translation>The review is submitted and read-only.</translation>
  </message>
  <message>
   <source>Das Gutachten ist noch nicht eingereicht.</source>
   <translation>The review is not submitted yet.</translation>
  </message>
  <message>
   <source>Das ist nur in der Demo-Runde möglich.</source>
   <translation>This is possible in the demo round only.</translation>
  </message>
  <message>
   <source>Der Antrag ist freigegeben und nur lesbar.</source>
   <translation>The application is released and read-only.</translation>
  </message>
  <message>
   <source>Der Antrag ist nicht freigegeben.</source>
   <translation>The application is not released.</translation>
  </message>
  <message>
   <source>Der Wortlaut dieser Anmerkungen ist unverändert.</source>
   <translation>The wording of these annotations is unchanged.</translation>
  </message>
  <message>
   <source>Die Arbeitsdatei lässt sich nur lesen.</source>
   <translation>The workspace can only be read.</translation>
  </message>
  <message>
   <source>Diese Anmerkungen lassen sich nicht ändern.</source>
   <translation>These annotations cannot be changed.</translation>
  </message>
  <message>
   <source>Diese Anmerkungen sind mit keinem Kriterium verknüpft.</source>
   <translation>These annotations are linked to no criterion.</translation>
  </message>
  <message>
   <source>Dieser Befehl gehört zu einer anderen Seite.</source>
   <translation>This command belongs to another page.</translation>
  </message>
  <message>
   <source>Es gibt keine nächste Seite.</source>
   <translation>There is no next page.</translation>
  </message>
  <message>
   <source>Es gibt keine unstrittigen offenen Werte.</source>
   <translation>There are no undisputed open scores.</translation>
  </message>
  <message>
   <source>Es gibt keine vorige Seite.</source>
   <translation>There is no previous page.</translation>
  </message>
  <message>
   <source>Es gibt nichts rückgängig zu machen.</source>
   <translation>There is nothing to undo.</translation>
  </message>
  <message>
   <source>Es gibt nichts zu wiederholen.</source>
   <translation>There is nothing to redo.</translation>
  </message>
  <message>
   <source>Es ist kein Antrag ausgewählt.</source>
   <translation>No application is selected.</translation>
  </message>
  <message>
   <source>Es ist keine Anmerkung ausgewählt.</source>
   <translation>No annotation is selected.</translation>
  </message>
  <message>
   <source>Es ist keine Arbeitsdatei geöffnet.</source>
   <translation>No workspace is open.</translation>
  </message>
  <message>
   <source>Es ist keine Runde geöffnet.</source>
   <translation>No round is open.</translation>
  </message>
  <message>
   <source>Es liegt kein eingereichtes Gutachten vor.</source>
   <translation>There is no submitted review.</translation>
  </message>
  <message>
   <source>Es sind noch Konsenswerte offen.</source>
   <translation>Some consensus scores are still open.</translation>
  </message>
  <message>
   <source>Geben Sie zuerst Ihren Namen an: Datei › Name und Rolle.</source>
   <translation>Please give your name first: File › Name and role.</translation>
  </message>
  <message>
   <source>Hier ist keine Anmerkung zu sehen.</source>
   <translation>No annotation is in sight here.</translation>
  </message>
  <message>
   <source>Hier ist noch kein Konsens festgehalten.</source>
   <translation>No consensus is recorded here yet.</translation>
  </message>
  <message>
   <source>In der Liste folgt kein weiterer Antrag.</source>
   <translation>The list has no further application.</translation>
  </message>
  <message>
   <source>Zu diesem Kriterium wurde noch nichts festgehalten.</source>
   <translation>Nothing has been recorded for this criterion yet.</translation>
  </message>
 </context>
 <context>
  <name>points</name>
  <message>
   <source>von 1 Punkt</source>
   <translation>of 1 point</translation>
  </message>
  <message>
   <source>von {maximum} Punkten</source>
   <translation>of {maximum} points</translation>
  </message>
  <message>
   <source>{points} unter 1 Punkt</source>
   <translation>{points} below 1 point</translation>
  </message>
  <message>
   <source>{points} unter {bound} Punkten</source>
   <translation>{points} below {bound} points</translation>
  </message>
  <message>
   <source>{points} von 1 Punkt</source>
   <translation>{points} of 1 point</translation>
  </message>
  <message>
   <source>{points} von {maximum} Punkten</source>
   <translation>{points} of {maximum} points</translation>
  </message>
 </context>
 <context>
  <name>roles</name>
  <message>
   <source>Geschäftsstelle</source>
   <translation>Office</translation>
  </message>
  <message>
   <source>Gutachter:in</source>
   <translation>Reviewer</translation>
  </message>
  <message>
   <source>Vorsitz</source>
   <translation>Chair</translation>
  </message>
 </context>
</TS>
