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
   <translation>Find in this paper</translation>
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
   <translation>Show or close the side list</translation>
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
   <source>Zweite Unterlage schließen</source>
   <translation>Close the second paper</translation>
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
   <translation>{key} has no text layer. It can be marked as a rectangle only and not searched. Passages remain possible.</translation>
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
   <source>{key} ist nicht von der Art, die sein Name sagt</source>
   <translation>{key} is not of the kind its name says</translation>
  </message>
  <message>
   <source>{key}: Erkannter Text auf {n} von {m} Seiten. Ein Programm hat ihn im Bild der Seiten gelesen; er kann Fehler enthalten.</source>
   <translation>{key}: recognised text on {n} of {m} pages. A program read it in the picture of the pages; it may hold errors.</translation>
  </message>
  <message>
   <source>{key}: Erkannter Text. Ein Programm hat ihn im Bild der Seiten gelesen; er kann Fehler enthalten.</source>
   <translation>{key}: recognised text. A program read it in the picture of the pages; it may hold errors.</translation>
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
   <translation>Note</translation>
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
   <translation>The password does not fit</translation>
  </message>
  <message>
   <source>Das Kennwort steht nicht im Paket. Bitte bei der Geschäftsstelle nachfragen.</source>
   <translation>The password is not in the bundle. Please ask the office.</translation>
  </message>
  <message>
   <source>Groß- und Kleinschreibung zählt.</source>
   <translation>Upper and lower case count.</translation>
  </message>
  <message>
   <source>Kennwort eingeben …</source>
   <translation>Enter password …</translation>
  </message>
  <message>
   <source>Nochmals</source>
   <translation>Once more</translation>
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
   <source>Noch keine Unterlagen</source>
   <translation>No papers yet</translation>
  </message>
  <message>
   <source>Unterlagen</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Votum öffnet die Datei nicht; sie bleibt aufbewahrt. Bitte bei der Geschäftsstelle neu anfordern.</source>
   <translation>Votum does not open the file; it is kept. Please ask the office for it again.</translation>
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
   <source>Zu wenig Platz für zwei Unterlagen: Fenster breiter oder Bewertung schmaler machen.</source>
   <translation>Too little room for two papers: make the window wider or the scoring narrower.</translation>
  </message>
  <message>
   <source>{key}: Kennwort vergessen.</source>
   <translation>{key}: password forgotten.</translation>
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
   <source>Art</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Ausschnitt</source>
   <translation>Section</translation>
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
   <translation>Changed words confirmed</translation>
  </message>
  <message>
   <source>Geänderter Wortlaut von {n} Anmerkungen bestätigt</source>
   <translation>Changed words of {n} annotations confirmed</translation>
  </message>
  <message>
   <source>Keine Anmerkung passt auf den Filter.</source>
   <translation>No annotation fits the filter.</translation>
  </message>
  <message>
   <source>Keine Anmerkung passt auf „{text}“</source>
   <translation>No annotation fits “{text}”</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Markieren Sie beim Lesen eine Textstelle und drücken Sie F; sie steht dann auch hier.</source>
   <translation>Select a passage while reading and press F; it then stands here too.</translation>
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
   <source>Was andere angemerkt haben, steht hier, sobald ihr Gutachten eingereicht ist.</source>
   <translation>What others have annotated stands here as soon as their review is handed in.</translation>
  </message>
  <message>
   <source>Wortlaut geändert</source>
   <translation>words changed</translation>
  </message>
  <message>
   <source>Wortlaut und Notiz</source>
   <translation>Words and note</translation>
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
   <translation>{n} chosen</translation>
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
   <source>Ausschnitt</source>
   <translation>Section</translation>
  </message>
  <message>
   <source>Wortlaut nicht lesbar</source>
   <translation>Words cannot be read</translation>
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
   <translation>Filter: words, note, tag …</translation>
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
   <source>Fundstelle von {key} gelöst</source>
   <translation>Passage unlinked from {key}</translation>
  </message>
  <message>
   <source>In den Anlagen steht nichts, das hier fehlt.</source>
   <translation>Nothing stands in the annexes that is missing here.</translation>
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
   <translation>1 reason missing</translation>
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
   <translation>Papers requested</translation>
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
   <translation>over since yesterday</translation>
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
   <source>seit {n} Tagen vorbei</source>
   <translation>over for {n} days</translation>
  </message>
  <message>
   <source>{n} Begründungen offen</source>
   <translation>{n} reasons missing</translation>
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
   <source>Ihre Erklärung zur Befangenheit ist offen; die Vorschau zeigt nur Name und Sitz.</source>
   <translation>Your statement on conflicts of interest is open; the preview shows name and seat only.</translation>
  </message>
  <message>
   <source>Kein Antrag passt auf den Filter in „{segment}“</source>
   <translation>No application fits the filter in “{segment}”</translation>
  </message>
  <message>
   <source>Kein Antrag passt auf „{text}“ in „{segment}“</source>
   <translation>No application fits “{text}” in “{segment}”</translation>
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
   <translation>All states</translation>
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
   <translation>Filter: name, state, technology …</translation>
  </message>
  <message>
   <source>Land</source>
   <translation>State</translation>
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
   <translation>{n} with all scores</translation>
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
   <translation>Application, criterion, paper, person, help or command</translation>
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
   <source>Nichts passt darauf.</source>
   <translation>Nothing fits.</translation>
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
   <translation>Agreed score</translation>
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
   <source>Ausschnitt</source>
   <translation>Section</translation>
  </message>
  <message>
   <source>Kriterium</source>
   <translation>Criterion</translation>
  </message>
  <message>
   <source>Tabelle</source>
   <translation>Table</translation>
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
   <source>Freigegeben am {day}. Der Vorgang bleibt im Verlauf. Warum nehmen Sie die Freigabe zurück?</source>
   <translation>Released on {day}. The history keeps it. Why do you withdraw the release?</translation>
  </message>
  <message>
   <source>Gutachten importieren …</source>
   <translation>Read in reviews …</translation>
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
   <translation>Agreed score {key} {title}</translation>
  </message>
  <message>
   <source>Konsolidierung freigegeben</source>
   <translation>Consolidation released</translation>
  </message>
  <message>
   <source>Importieren Sie die Pakete der Gutachter:innen.</source>
   <translation>Read in the reviewers’ packages.</translation>
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
   <translation>Withdrawn on {day}. Reviews are kept and do not count.</translation>
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
   <translation>Take 1 score</translation>
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
   <source>Kippt zu {result}, wenn der Konsens mindestens {value} ist.</source>
   <translation>Flips to {result} if the consensus is at least {value}.</translation>
  </message>
  <message>
   <source>Kippt zu {result}, wenn der Konsens unter {value} liegt.</source>
   <translation>Flips to {result} if the consensus is below {value}.</translation>
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
   <translation>Consensus {value} is exactly on min {value}</translation>
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
   <source>Ohne Wert gibt es keinen Vorschlag. Wert von Hand setzen.</source>
   <translation>Without a score there is no suggestion. Set it by hand.</translation>
  </message>
  <message>
   <source>Sinkt der Wert um {step}, kippt das Ergebnis zu {result}.</source>
   <translation>If the score falls by {step}, the result flips to {result}.</translation>
  </message>
  <message>
   <source>Spanne</source>
   <translation>Range</translation>
  </message>
  <message>
   <source>Spanne {value}</source>
   <translation>Range {value}</translation>
  </message>
  <message>
   <source>Steigt der Wert um {step}, kippt das Ergebnis zu {result}.</source>
   <translation>If the score rises by {step}, the result flips to {result}.</translation>
  </message>
  <message>
   <source>Streuung {ends}</source>
   <translation>Spread {ends}</translation>
  </message>
  <message>
   <source>Unter {value}: {result}.</source>
   <translation>Below {value}: {result}.</translation>
  </message>
  <message>
   <source>Vorbelegung {value}</source>
   <translation>Suggested {value}</translation>
  </message>
  <message>
   <source>Vorschlag {value}</source>
   <translation>Suggestion {value}</translation>
  </message>
  <message>
   <source>Wieder offen: {value} war vom Median {median} übernommen, jetzt ist er {now}.</source>
   <translation>Open again: {value} was taken over from the median {median}, which is {now} now.</translation>
  </message>
  <message>
   <source>Wieder offen: {value} war vom Median übernommen, jetzt ist er {now}.</source>
   <translation>Open again: {value} was taken over from the median, which is {now} now.</translation>
  </message>
  <message>
   <source>Wieder offen: {value} war vom Median übernommen, seither besteht Klärungsbedarf.</source>
   <translation>Open again: {value} was taken over from the median, since then it needs discussion.</translation>
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
   <translation>Take {n} scores</translation>
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
   <translation>{value} taken from the median</translation>
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
   <source>Ändert das Ergebnis nicht. Wert von Hand setzen.</source>
   <translation>Does not change the result. Set it by hand.</translation>
  </message>
  <message>
   <source>übernommene {value} gelten nicht mehr</source>
   <translation>the {value} taken over no longer holds</translation>
  </message>
  <message>
   <source>✓ Kein Klärungsbedarf. {n} Werte liegen höchstens {span} auseinander.</source>
   <translation>✓ Nothing to discuss. {n} scores are at most {span} apart.</translation>
  </message>
  <message>
   <source>✓ Nichts mehr offen, 1 strittiger Wert festgehalten</source>
   <translation>✓ Nothing left open, 1 disputed score set</translation>
  </message>
  <message>
   <source>✓ Nichts mehr offen, {n} strittige Werte festgehalten</source>
   <translation>✓ Nothing left open, {n} disputed scores set</translation>
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
   <translation>1 reason open</translation>
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
   <translation>Read up: {places}</translation>
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
   <translation>{n} reasons open</translation>
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
   <source>Für ein Gutachten, das auf Papier oder am Telefon kam. Die Herkunft wird vermerkt.</source>
   <translation>For a review that came on paper or by telephone. Its origin is noted.</translation>
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
   <source>am Telefon</source>
   <translation>by telephone</translation>
  </message>
  <message>
   <source>auf Papier</source>
   <translation>on paper</translation>
  </message>
 </context>
 <context>
  <name>EvidencePresenter</name>
  <message>
   <source>Anmerkung gelöscht</source>
   <translation>Annotation deleted</translation>
  </message>
  <message>
   <source>Fundstelle mit {key} verknüpft</source>
   <translation>Passage linked to {key}</translation>
  </message>
  <message>
   <source>Hier steht nichts, was sich markieren lässt.</source>
   <translation>There is nothing here that can be marked.</translation>
  </message>
  <message>
   <source>Hier steht nichts, was sich verknüpfen lässt.</source>
   <translation>There is nothing here that can be linked.</translation>
  </message>
  <message>
   <source>Noch ist kein Text ausgewählt.</source>
   <translation>No text is selected yet.</translation>
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
   <source>Im Dokument öffnen</source>
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
   <source>Excel, ein Blatt je Antrag, rechnet nach</source>
   <translation>Excel, one sheet per application, recalculates</translation>
  </message>
  <message>
   <source>Fassung ohne Namen</source>
   <translation>Without names</translation>
  </message>
  <message>
   <source>Konsolidierte Tabelle</source>
   <translation>Consolidated workbook</translation>
  </message>
  <message>
   <source>Kopie je angemerkter Anlage, private bleiben hier</source>
   <translation>Copy of each annotated annex, private ones stay here</translation>
  </message>
  <message>
   <source>PDF mit Anmerkungen</source>
   <translation>PDF with annotations</translation>
  </message>
  <message>
   <source>PDF/A je Antrag, mit Lesereihenfolge</source>
   <translation>PDF/A per application, with reading order</translation>
  </message>
  <message>
   <source>Welche Anträge</source>
   <translation>Which applications</translation>
  </message>
  <message>
   <source>„Mitglied 1“ statt Name, Blatt und Tabelle doppelt</source>
   <translation>“Member 1” for names, sheet and table twice</translation>
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
   <translation>Facts of the files</translation>
  </message>
  <message>
   <source>Angaben zur Akte</source>
   <translation>Facts of the file</translation>
  </message>
  <message>
   <source>Die Akte entsteht aus importierten Anträgen und ihren Gutachten.</source>
   <translation>The file is made of imported applications and their reviews.</translation>
  </message>
  <message>
   <source>Empfehlungsblatt {number}</source>
   <translation>Recommendation sheet {number}</translation>
  </message>
  <message>
   <source>In keiner Anlage steht eine Anmerkung, die herausgegeben werden darf.</source>
   <translation>No annex holds an annotation that may be handed out.</translation>
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
   <translation>Nothing chosen</translation>
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
   <source>Wählen Sie links mindestens eine Sache aus.</source>
   <translation>Choose at least one thing at the left.</translation>
  </message>
  <message>
   <source>etwa {size}</source>
   <translation>about {size}</translation>
  </message>
 </context>
 <context>
  <name>ExportWords</name>
  <message>
   <source>„{found}“ kann ein Name sein und steht noch da: {places}</source>
   <translation>“{found}” may be a name and still stands there: {places}</translation>
  </message>
  <message>
   <source>{n} mögliche Namen stehen noch da</source>
   <translation>{n} possible names still stand there</translation>
  </message>
  <message>
   <source>1 möglicher Name steht noch da</source>
   <translation>1 possible name still stands there</translation>
  </message>
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
   <source>1 Formalpunkt offen</source>
   <translation>1 formal point open</translation>
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
   <source>1 Wert</source>
   <translation>1 score</translation>
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
   <source>Das Blatt wird ohne es geschrieben.</source>
   <translation>The sheet is written without it.</translation>
  </message>
  <message>
   <source>Datensatz im Anhang</source>
   <translation>attached record</translation>
  </message>
  <message>
   <source>Kein Formalpunkt offen</source>
   <translation>No formal point open</translation>
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
   <source>Vorläufig steht der Median da, {n} ohne Wert.</source>
   <translation>The median stands there for now, {n} without a score.</translation>
  </message>
  <message>
   <source>Vorläufig steht der Median da.</source>
   <translation>The median stands there for now.</translation>
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
   <source>{n} Formalpunkte offen</source>
   <translation>{n} formal points open</translation>
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
   <source>{n} Werte</source>
   <translation>{n} scores</translation>
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
   <source>{said} in {number}, bitte durchsehen</source>
   <translation>{said} in {number}, please look through them</translation>
  </message>
  <message>
   <source>{shown} und {n} weitere</source>
   <translation>{shown} and {n} more</translation>
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
   <source>Ausschnitt</source>
   <translation>Section</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Sortiert nach</source>
   <translation>Sorted by</translation>
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
   <source>Diese Unterlage hat keinen Text, in dem sich suchen lässt.</source>
   <translation>This paper has no text that can be searched.</translation>
  </message>
  <message>
   <source>Hier</source>
   <translation>Here</translation>
  </message>
  <message>
   <source>In der Unterlage suchen</source>
   <translation>Find in this paper</translation>
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
   <translation>Search in this paper</translation>
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
   <source>Wörter einzeln, wie in der Suche über alles</source>
   <translation>Words on their own, as in the search over everything</translation>
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
   <source>{key} hat keine Textebene: Suchen geht hier nicht, Fundstellen bleiben als Ausschnitt möglich.</source>
   <translation>{key} has no text layer: searching is not possible here; areas can still be marked as evidence.</translation>
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
   <translation>1 note</translation>
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
   <translation>{n} notes</translation>
  </message>
 </context>
 <context>
  <name>FirstRun</name>
  <message>
   <source>Bevor Sie beginnen</source>
   <translation>Before you begin</translation>
  </message>
  <message>
   <source>Das bleibt auf diesem Gerät.</source>
   <translation>This stays on this device.</translation>
  </message>
  <message>
   <source>Erst die Demo-Runde ansehen</source>
   <translation>Look at the demo round first</translation>
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
   <translation>1 entry</translation>
  </message>
  <message>
   <source>1 Zeile</source>
   <translation>1 row</translation>
  </message>
  <message>
   <source>Angabe</source>
   <translation>Entry</translation>
  </message>
  <message>
   <source>Fehler</source>
   <translation>Error</translation>
  </message>
  <message>
   <source>Fehler und Hinweise zum Antrag</source>
   <translation>Errors and notes on the application</translation>
  </message>
  <message>
   <source>Geändert mit Fassung {n}</source>
   <translation>Changed with version {n}</translation>
  </message>
  <message>
   <source>Hinweis</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>gerechnet {value}, im Formular steht {given}</source>
   <translation>computed {value}, the form says {given}</translation>
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
   <translation>{n} entries</translation>
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
   <translation>Proposal: {outcome}</translation>
  </message>
 </context>
 <context>
  <name>FrozenColumns</name>
  <message>
   <source>Kriterien, feststehend</source>
   <translation>Criteria, standing</translation>
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
   <source>Dazu steht nichts in der Hilfe.</source>
   <translation>The help says nothing about that.</translation>
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
   <translation>General impression</translation>
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
   <source>Das bleibt in dieser Arbeitsdatei.</source>
   <translation>This stays in this workspace.</translation>
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
   <source>Übernehmen</source>
   <translation>Take</translation>
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
   <source>Als Gutachter:innen aufnehmen</source>
   <translation>Add as reviewers</translation>
  </message>
  <message>
   <source>Als eigenen Antrag aufnehmen</source>
   <translation>Take as an application of its own</translation>
  </message>
  <message>
   <source>Angabe</source>
   <translation>Entry</translation>
  </message>
  <message>
   <source>Angaben prüfen</source>
   <translation>Check these</translation>
  </message>
  <message>
   <source>Antragsnummer</source>
   <translation>Application number</translation>
  </message>
  <message>
   <source>Anträge anlegen</source>
   <translation>Make applications</translation>
  </message>
  <message>
   <source>Anträge anlegen und Gutachter:innen aufnehmen</source>
   <translation>Make applications and add reviewers</translation>
  </message>
  <message>
   <source>Art der Anlage {name}</source>
   <translation>Kind of the annex {name}</translation>
  </message>
  <message>
   <source>Bitte geben Sie die Antragsnummer an, zum Beispiel GC-2026-014.</source>
   <translation>Please give the application number, for example GC-2026-014.</translation>
  </message>
  <message>
   <source>In der Datei</source>
   <translation>In the file</translation>
  </message>
  <message>
   <source>In dieser Runde gibt es noch nicht: {numbers}.</source>
   <translation>Not in this round yet: {numbers}.</translation>
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
   <source>und {n} weitere Änderungen</source>
   <translation>and {n} more changes</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>1 Datei importieren</source>
   <translation>Read 1 file</translation>
  </message>
  <message>
   <source>1 Gutachten importieren</source>
   <translation>Read 1 review</translation>
  </message>
  <message>
   <source>Abbrechen</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Nichts geht verloren: Die bisherigen Fassungen bleiben in der Akte.</source>
   <translation>Nothing is lost: earlier versions stay in the record.</translation>
  </message>
  <message>
   <source>Schließen</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Vorschau, noch ist nichts geändert</source>
   <translation>Preview, nothing is changed yet</translation>
  </message>
  <message>
   <source>Was aus den Dateien würde</source>
   <translation>What would become of the files</translation>
  </message>
  <message>
   <source>Was zu prüfen ist, bleibt liegen, bis Sie es entscheiden.</source>
   <translation>What needs a check waits until you decide it.</translation>
  </message>
  <message>
   <source>Wird geprüft …</source>
   <translation>Checking …</translation>
  </message>
  <message>
   <source>{n} Dateien importieren</source>
   <translation>Read {n} files</translation>
  </message>
  <message>
   <source>{n} Gutachten importieren</source>
   <translation>Read {n} reviews</translation>
  </message>
  <message>
   <source>{n} übernehmen</source>
   <translation>Take {n}</translation>
  </message>
  <message>
   <source>Übernehmen</source>
   <translation>Take</translation>
  </message>
  <message>
   <source>„Rückgängig“ nimmt einen Import nicht zurück.</source>
   <translation>“Undo” does not take an import back.</translation>
  </message>
 </context>
 <context>
  <name>ImportFlow</name>
  <message>
   <source>1 Datei übernommen</source>
   <translation>1 file taken</translation>
  </message>
  <message>
   <source>Abgebrochen. Nichts wurde geändert.</source>
   <translation>Cancelled. Nothing was changed.</translation>
  </message>
  <message>
   <source>Abgebrochen. Was noch nicht übernommen war, bleibt draußen.</source>
   <translation>Cancelled. What had not been taken yet stays out.</translation>
  </message>
  <message>
   <source>Bericht zeigen</source>
   <translation>Show report</translation>
  </message>
  <message>
   <source>Ein Import läuft schon.</source>
   <translation>An import is running already.</translation>
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
   <source>Paket wird übernommen: {name}</source>
   <translation>Taking package: {name}</translation>
  </message>
  <message>
   <source>Seit dem Öffnen wurde noch nichts importiert.</source>
   <translation>Nothing has been imported since this was opened.</translation>
  </message>
  <message>
   <source>{n} Dateien übernommen</source>
   <translation>{n} files taken</translation>
  </message>
  <message>
   <source>Öffnen Sie zuerst eine Runde, dann lassen sich Pakete importieren.</source>
   <translation>Open a round first, then packages can be imported.</translation>
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
   <source>Der Antrag {number} heißt auch so.</source>
   <translation>The application {number} has this name too.</translation>
  </message>
  <message>
   <source>Ersetzt</source>
   <translation>Updated</translation>
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
   <source>1 Datei übernommen</source>
   <translation>1 file taken</translation>
  </message>
  <message>
   <source>Abgelehnt</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>Abgelehnte Dateien haben nichts verändert. Bessern Sie nach und importieren Sie sie erneut.</source>
   <translation>Refused files have changed nothing. Mend them and import them again.</translation>
  </message>
  <message>
   <source>Ersetzt</source>
   <translation>Updated</translation>
  </message>
  <message>
   <source>Neu</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Nichts übernommen</source>
   <translation>Nothing taken</translation>
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
   <source>Was aus den Dateien wurde</source>
   <translation>What became of the files</translation>
  </message>
  <message>
   <source>{n} Dateien übernommen</source>
   <translation>{n} files taken</translation>
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
   <source>Nicht beurteilbar: bleibt aus Mittel, Median und Prozent heraus.</source>
   <translation>Not assessable: left out of mean, median and percent.</translation>
  </message>
  <message>
   <source>Noch kein Wert. Ziffer wählt, Komma fügt den halben Schritt an.</source>
   <translation>No score yet. A digit chooses, a comma adds the half step.</translation>
  </message>
  <message>
   <source>Noch kein Wert. Ziffern wählen, auch mit Komma.</source>
   <translation>No score yet. Digits choose, also with a comma.</translation>
  </message>
  <message>
   <source>Noch kein Wert. Ziffern wählen.</source>
   <translation>No score yet. Digits choose one.</translation>
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
   <source>Die Unterlage führt zu {host}. Votum gibt die Adresse an Ihr System weiter; das kann ins Netz gehen.</source>
   <translation>The paper leads to {host}. Votum hands the address to your system, which may go online.</translation>
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
   <source>Er würde etwas ausführen. Votum führt nichts aus, was in einer Unterlage steckt.</source>
   <translation>It would run something. Votum runs nothing that a paper contains.</translation>
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
   <source>Votum öffnet nur Adressen im Netz (http, https) und von E-Mail (mailto).</source>
   <translation>Votum opens addresses of the web (http, https) and of e-mail (mailto) only.</translation>
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
   <source>Entf</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Kein Kriterium passt</source>
   <translation>No criterion fits</translation>
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
   <source>Mehr fasst eine Anmerkung nicht. Ihr Text ist noch da.</source>
   <translation>An annotation holds no more. Your text is still there.</translation>
  </message>
  <message>
   <source>Nur für mich</source>
   <translation>For me alone</translation>
  </message>
  <message>
   <source>Schlagwörter</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>Sonst gehört die Anmerkung zum Gutachten.</source>
   <translation>Else the annotation is part of the review.</translation>
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
   <source>Das Gutachten bleibt, wie es eingereicht ist. Diese Anmerkung ist nur für Sie.</source>
   <translation>The review stays as it was handed in. This annotation is for you alone.</translation>
  </message>
  <message>
   <source>Der Antrag ist zurückgezogen. Diese Anmerkung ist nur für Sie.</source>
   <translation>The application has been withdrawn. This annotation is for you alone.</translation>
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
   <translation>words changed</translation>
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
   <translation>The paper is still being opened.</translation>
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
   <translation>The report holds no content of applications.</translation>
  </message>
  <message>
   <source>Ihre Arbeit ist gespeichert.</source>
   <translation>Your work is saved.</translation>
  </message>
  <message>
   <source>Nicht ausgeführt. Das geht erst, wenn wieder gespeichert werden kann.</source>
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
   <translation>Choose place …</translation>
  </message>
  <message>
   <source>Stichtag (freiwillig)</source>
   <translation>Reference date (optional)</translation>
  </message>
  <message>
   <source>Tag, auf den sich alle Angaben beziehen. Leer gilt der Stichtag jedes Antrags.</source>
   <translation>The day all figures refer to. Empty: the reference date of each application.</translation>
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
   <source>{text} steht nicht auf der Skala: {low} – {high}, Schritt {step}</source>
   <translation>{text} is not on the scale: {low} – {high}, step {step}</translation>
  </message>
 </context>
 <context>
  <name>OrphanPanel</name>
  <message>
   <source>In der neuen Fassung steht nichts Ähnliches.</source>
   <translation>Nothing like it stands in the new version.</translation>
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
  <message>
   <source>Stand bisher: {place}</source>
   <translation>Stood at: {place}</translation>
  </message>
 </context>
 <context>
  <name>OrphanPlacing</name>
  <message>
   <source>Anmerkung hat wieder eine Stelle: {place}</source>
   <translation>Annotation has a place again: {place}</translation>
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
   <source>Lassen</source>
   <translation>Leave it</translation>
  </message>
  <message>
   <source>Neue Stelle markieren</source>
   <translation>Mark a new place</translation>
  </message>
  <message>
   <source>Noch ist kein Text ausgewählt.</source>
   <translation>No text is selected yet.</translation>
  </message>
  <message>
   <source>Noch ist keine Zeile ausgewählt.</source>
   <translation>No row is selected yet.</translation>
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
   <translation>Without words</translation>
  </message>
  <message>
   <source>passt zu {share}</source>
   <translation>fits by {share}</translation>
  </message>
  <message>
   <source>{annex}, S. {n}</source>
   <translation>{annex}, p. {n}</translation>
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
   <translation>Your recommendation, feedback for each area, topics for advice. Not part of the points.</translation>
  </message>
  <message>
   <source>Gesamteindruck</source>
   <translation>General impression</translation>
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
   <source>Dann können alle, denen die Arbeitsdatei offensteht, diese Anlage lesen und durchsuchen. Ohne Häkchen gilt das Kennwort, bis Sie Votum beenden.</source>
   <translation>Then everyone who has the workspace file can read and search this annex. Without the tick the password holds until you close Votum.</translation>
  </message>
  <message>
   <source>In der Arbeitsdatei aufbewahren</source>
   <translation>Keep in the workspace file</translation>
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
   <translation>Words cannot be read</translation>
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
   <translation>Your name as it shall stand in the review</translation>
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
   <translation>Separate several with a semicolon. Used for the match with member lists.</translation>
  </message>
 </context>
 <context>
  <name>PreviewPanel</name>
  <message>
   <source>Antrag in der Vorschau</source>
   <translation>Application in the preview</translation>
  </message>
  <message>
   <source>Das Blatt lässt sich nicht zeigen</source>
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
   <translation>Reason of {who}</translation>
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
   <translation>Reasons</translation>
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
   <source>Zu diesem Kriterium nennt der Katalog nichts, was vorliegt.</source>
   <translation>For this criterion the catalogue names nothing that is there.</translation>
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
   <source>1 Formalpunkt offen</source>
   <translation>1 formal point open</translation>
  </message>
  <message>
   <source>Das Gutachten ist eingereicht und nur lesbar.</source>
   <translation>The review is submitted and can only be read.</translation>
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
   <translation>Edition {n}</translation>
  </message>
  <message>
   <source>Freigegeben</source>
   <translation>Released</translation>
  </message>
  <message>
   <source>Frist {day} · abgelaufen</source>
   <translation>Due {day} · over</translation>
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
   <source>Katalog {version}</source>
   <translation>Catalogue {version}</translation>
  </message>
  <message>
   <source>Nennen Sie zuerst Ihren Namen: Datei, Name und Rolle.</source>
   <translation>Give your name first: File, Name and role.</translation>
  </message>
  <message>
   <source>Zurückgezogen</source>
   <translation>Withdrawn</translation>
  </message>
  <message>
   <source>am Telefon</source>
   <translation>by telephone</translation>
  </message>
  <message>
   <source>auf Papier</source>
   <translation>on paper</translation>
  </message>
  <message>
   <source>{name} hat dieses Gutachten selbst geschrieben und kann es allein ändern.</source>
   <translation>{name} wrote this review and alone can change it.</translation>
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
   <source>{n} Formalpunkte offen</source>
   <translation>{n} formal points open</translation>
  </message>
 </context>
 <context>
  <name>ReleaseDialog</name>
  <message>
   <source>Bitte geben Sie eine Begründung an.</source>
   <translation>Please give a reason.</translation>
  </message>
  <message>
   <source>Danach stehen Konsenswerte, Gutachten, Formular und Anlagen fest. Vorsitz und Geschäftsstelle können die Freigabe mit Begründung zurücknehmen.</source>
   <translation>After that consensus scores, reviews, form and annexes are fixed. Chair and office can withdraw the release with a reason.</translation>
  </message>
  <message>
   <source>Freigeben</source>
   <translation>Release</translation>
  </message>
  <message>
   <source>Freigeben geht erst mit diesem Haken.</source>
   <translation>Releasing needs this tick.</translation>
  </message>
  <message>
   <source>Keine sachfremden Erwägungen eingeflossen</source>
   <translation>No considerations outside the matter were used</translation>
  </message>
  <message>
   <source>Konsolidierung freigeben</source>
   <translation>Release the consolidation</translation>
  </message>
  <message>
   <source>Warum ohne die fehlenden Gutachten?</source>
   <translation>Why without the missing reviews?</translation>
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
   <translation>The report holds no content of applications. It stays on this machine: {file}</translation>
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
   <translation>, 1 agreed score still open (median used)</translation>
  </message>
  <message>
   <source>, {n} Konsenswerte noch offen (Median eingesetzt)</source>
   <translation>, {n} agreed scores still open (median used)</translation>
  </message>
  <message>
   <source>1 Konsenswert ist festgehalten.</source>
   <translation>1 consensus score is set.</translation>
  </message>
  <message>
   <source>1 Prüfpunkt offen</source>
   <translation>1 check open</translation>
  </message>
  <message>
   <source>1 unstrittiger Wert wird vom Median übernommen.</source>
   <translation>1 undisputed score is taken from the median.</translation>
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
   <translation>{n} consensus scores are set.</translation>
  </message>
  <message>
   <source>{n} Prüfpunkte offen</source>
   <translation>{n} checks open</translation>
  </message>
  <message>
   <source>{n} unstrittige Werte werden vom Median übernommen.</source>
   <translation>{n} undisputed scores are taken from the median.</translation>
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
   <translation>General impression</translation>
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
   <source>{work}. Wird sie abgebrochen, bleibt davon nichts Halbes zurück.</source>
   <translation>{work}. If you stop it, nothing half-finished stays behind.</translation>
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
   <translation>Next pane</translation>
  </message>
  <message>
   <source>Voriger Bereich</source>
   <translation>Previous pane</translation>
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
   <translation>General impression</translation>
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
   <translation>Search all papers</translation>
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
   <translation>Search over everything</translation>
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
   <translation>Reasons</translation>
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
   <translation>Hide reference values</translation>
  </message>
  <message>
   <source>Ansicht</source>
   <translation>View</translation>
  </message>
  <message>
   <source>Bewegungen weglassen</source>
   <translation>Leave out motion</translation>
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
   <translation>This paper has no outline.</translation>
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
   <translation>Side list</translation>
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
   <translation>Take it into a new round</translation>
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
   <translation>Opened lately</translation>
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
   <source>Gespeichert: {path}</source>
   <translation>Saved: {path}</translation>
  </message>
  <message>
   <source>Gezählt wird, sobald Anträge importiert sind.</source>
   <translation>Counting begins once applications are imported.</translation>
  </message>
  <message>
   <source>Keine Angaben.</source>
   <translation>No statements.</translation>
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
   <source>Weniger als {n} Anträge: nur Zahlen, kein Bild.</source>
   <translation>Fewer than {n} applications: numbers only, no figure.</translation>
  </message>
 </context>
 <context>
  <name>SubmissionPresenter</name>
  <message>
   <source>Das bisherige bleibt als Fassung {n} erhalten. Warum öffnen Sie es?</source>
   <translation>What was handed in is kept as version {n}. Why do you reopen it?</translation>
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
   <source>Gutachten eingereicht. Es war das letzte, das von Ihnen erwartet wird.</source>
   <translation>Review submitted. It was the last one expected of you.</translation>
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
   <translation>Reason for {key} is missing</translation>
  </message>
  <message>
   <source>Begründung zu {key}: {count} Zeichen, höchstens {most}</source>
   <translation>Reason for {key}: {count} characters, at most {most}</translation>
  </message>
  <message>
   <source>Das wird möglich, sobald nichts mehr fehlt.</source>
   <translation>That becomes possible once nothing is missing.</translation>
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
   <source>Ohne Gesamtwert, weil ein Kriterium nicht beurteilbar ist.</source>
   <translation>Without a total, because one criterion is not assessable.</translation>
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
   <source>Zum Wert {value} ist eine Begründung Pflicht.</source>
   <translation>A reason is required for the score {value}.</translation>
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
   <translation>{key} is {value}, below the minimum {minimum}. A reason is required.</translation>
  </message>
  <message>
   <source>{key} „nicht beurteilbar“ ist begründet</source>
   <translation>{key} “not assessable” has its reason</translation>
  </message>
  <message>
   <source>{n} Kriterien ohne Wert</source>
   <translation>{n} criteria without a score</translation>
  </message>
  <message>
   <source>{n} von {total} bewertet</source>
   <translation>{n} of {total} scored</translation>
  </message>
  <message>
   <source>„nicht beurteilbar“ braucht eine Begründung.</source>
   <translation>“Not assessable” needs a reason.</translation>
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
   <source>Ein Text fasst höchstens {most} Zeichen. Das Zuviel wurde nicht eingefügt; Ihr Text ist noch da.</source>
   <translation>A text holds at most {most} characters. The surplus was not inserted; your text is still there.</translation>
  </message>
  <message>
   <source>Länger als {count} Zeichen: Empfehlungsblatt und Arbeitsmappe geben den Text ganz wieder.</source>
   <translation>Longer than {count} characters: recommendation sheet and workbook give the text whole.</translation>
  </message>
  <message>
   <source>Zum Einreichen höchstens {count} Zeichen. Bis dahin bleibt alles Geschriebene erhalten.</source>
   <translation>At most {count} characters to hand in. Until then everything written is kept.</translation>
  </message>
 </context>
 <context>
  <name>TextRecognition</name>
  <message>
   <source>Abgebrochen. Nichts wurde geändert.</source>
   <translation>Cancelled. Nothing was changed.</translation>
  </message>
  <message>
   <source>Abgebrochen. Was erkannt ist, bleibt durchsuchbar.</source>
   <translation>Cancelled. What was recognised stays searchable.</translation>
  </message>
  <message>
   <source>Alle Seiten dieser Anlage haben schon Text.</source>
   <translation>All pages of this annex have text already.</translation>
  </message>
  <message>
   <source>Es wird schon Text erkannt. Eine Anlage nach der anderen.</source>
   <translation>Text is being recognised already. One annex after the other.</translation>
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
   <source>Text markieren, dann {keys}: Die Stelle belegt das offene Kriterium.</source>
   <translation>Select text, then {keys}: the passage is evidence for the open criterion.</translation>
  </message>
  <message>
   <source>Ziffern setzen den Wert, auch mit Komma; {keys} geht zum nächsten offenen.</source>
   <translation>Digits set the score, also with a comma; {keys} goes to the next open one.</translation>
  </message>
  <message>
   <source>{keys} findet Anträge, Kriterien und jeden Befehl.</source>
   <translation>{keys} finds applications, criteria and every command.</translation>
  </message>
 </context>
 <context>
  <name>WindowCommands</name>
  <message>
   <source>Freie Software unter der Apache-Lizenz 2.0. Qt (LGPL 3), Inter (SIL OFL 1.1). Alles bleibt auf dem Gerät.</source>
   <translation>Free software under the Apache License 2.0. Qt (LGPL 3), Inter (SIL OFL 1.1). Everything stays on the device.</translation>
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
   <source>Ersetzte und mögliche Namen, bitte durchsehen</source>
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
   <translation>Go to the statement</translation>
  </message>
  <message>
   <source>Zur Angabe: {title}</source>
   <translation>Go to the statement: {title}</translation>
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
   <translation>Note</translation>
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
   <translation>Go on as reviewer</translation>
  </message>
  <message>
   <source>Als Vorsitz weiterarbeiten</source>
   <translation>Go on as chair</translation>
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
   <translation>Show anchors</translation>
  </message>
  <message>
   <source>Anmerkungen aus den Anlagen übernehmen</source>
   <translation>Take annotations from the annexes</translation>
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
   <source>Ausschnitt markieren</source>
   <translation>Mark an area</translation>
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
   <translation>General impression</translation>
  </message>
  <message>
   <source>Geänderten Wortlaut bestätigen</source>
   <translation>Confirm changed words</translation>
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
   <source>Kennwort vergessen</source>
   <translation>Forget password</translation>
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
   <source>Nachlesen, was das Kriterium nennt</source>
   <translation>Read up what the criterion names</translation>
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
   <source>Nächster Bereich</source>
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
   <translation>Paper to width</translation>
  </message>
  <message>
   <source>Unterlage größer</source>
   <translation>Paper larger</translation>
  </message>
  <message>
   <source>Unterlage kleiner</source>
   <translation>Paper smaller</translation>
  </message>
  <message>
   <source>Unterlage wählen …</source>
   <translation>Choose paper …</translation>
  </message>
  <message>
   <source>Unterlagen lesen</source>
   <translation>Read the papers</translation>
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
   <source>Voriger Bereich</source>
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
   <translation>Second annex beside</translation>
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
   <source>Umschalt</source>
   <translation>Shift</translation>
  </message>
  <message>
   <source>Rücktaste</source>
   <translation>Backspace</translation>
  </message>
  <message>
   <source>Pos1</source>
   <translation>Home</translation>
  </message>
  <message>
   <source>Ende</source>
   <translation>End</translation>
  </message>
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
   <source>Entf</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Leertaste</source>
   <translation>Space</translation>
  </message>
  <message>
   <source>Strg</source>
   <translation>Ctrl</translation>
  </message>
 </context>
 <context>
  <name>needs</name>
  <message>
   <source>Alle Anmerkungen haben ihre Stelle.</source>
   <translation>All annotations have their place.</translation>
  </message>
  <message>
   <source>An den Stellen dieser Anmerkungen steht, was markiert wurde.</source>
   <translation>What was marked stands at the places of these annotations.</translation>
  </message>
  <message>
   <source>Dafür muss das Programm Tesseract mit Deutsch auf diesem Gerät sein.</source>
   <translation>This needs the program Tesseract with German on this device.</translation>
  </message>
  <message>
   <source>Danach war keine andere Seite.</source>
   <translation>There was no other page after this one.</translation>
  </message>
  <message>
   <source>Das Gutachten ist eingereicht und nur lesbar.</source>
   <translation>The review is submitted and can only be read.</translation>
  </message>
  <message>
   <source>Das Gutachten ist noch nicht eingereicht.</source>
   <translation>The review is not submitted yet.</translation>
  </message>
  <message>
   <source>Das geht nur in der Demo-Runde.</source>
   <translation>This works in the demo round only.</translation>
  </message>
  <message>
   <source>Das gehört zu einer anderen Seite.</source>
   <translation>This belongs to another page.</translation>
  </message>
  <message>
   <source>Davor war keine andere Seite.</source>
   <translation>There was no other page before this one.</translation>
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
   <source>Es gibt keine unstrittigen offenen Werte.</source>
   <translation>There are no undisputed open values.</translation>
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
   <translation>No application is chosen.</translation>
  </message>
  <message>
   <source>Es ist keine Anmerkung ausgewählt.</source>
   <translation>No annotation is chosen.</translation>
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
   <source>Nennen Sie zuerst Ihren Namen: Datei, Name und Rolle.</source>
   <translation>Give your name first: File, Name and role.</translation>
  </message>
  <message>
   <source>Zu diesem Kriterium wurde noch nichts festgehalten.</source>
   <translation>Nothing has been set for this criterion yet.</translation>
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
