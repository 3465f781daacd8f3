"""Forms, member lists and annexes of the twelve stories, made from the figures of the story bible."""

import re
from datetime import date
from decimal import Decimal

from reviewer_app.domain.application import Annex, AnnexState, Application, Form, Member, MemberList, Row, Scalar
from reviewer_app.domain.ids import ApplicationId
from tests.factories.stories import Story

REFERENCE = date(2026, 10, 1)
DEADLINE = date(2026, 9, 30)
WITH_ECCP = {"GC-2026-001", "GC-2026-005", "GC-2026-006", "GC-2026-008", "GC-2026-012"}
WITHOUT_ENGLISH = {"GC-2026-002", "GC-2026-011"}
SEATS = {
    "GC-2026-001": ("78087", "Brigenfeld", "BW", "ev", "VR 680214 (Freiburg)"),
    "GC-2026-002": ("17291", "Randowfelde", "BB", "gug", "HRB 19077 (Neuruppin)"),
    "GC-2026-004": ("48324", "Drensterwerse", "NW", "gmbh", "HRB 20864 (Münster)"),
    "GC-2026-005": ("32694", "Werrebruch", "NW", "gmbh", "HRB 11386 (Lemgo)"),
    "GC-2026-006": ("37176", "Leinestadt", "NI", "ev", "VR 160388 (Göttingen)"),
    "GC-2026-007": ("08523", "Plauen", "SN", "ggmbh", "HRB 20417 (Chemnitz)"),
    "GC-2026-008": ("39590", "Uchtfelde", "ST", "eg", "GnR 5118 (Stendal)"),
    "GC-2026-009": ("77793", "Gutachzell", "BW", "ev", "VR 720155 (Freiburg)"),
    "GC-2026-010": ("24235", "Fördehagen", "SH", "ohne", "HRB 24790 (Kiel)"),
    "GC-2026-011": ("27576", "Geesteort", "HB", "ev", "VR 8842 (Bremen)"),
    "GC-2026-012": ("86690", "Donauried", "BY", "gmbh", "HRB 28841 (Augsburg)"),
    "GC-2026-014": ("37299", "Hirschfurt", "HE", "ev", "VR 4471 (Eschwege)"),
}
_LEVELS = {"Gold": "gold", "Silber": "silber", "Bronze": "bronze", "ISO_9001": "iso9001", "keines": "keines"}
_KINDS = ("kmu", "gross", "hs", "auf", "sonst")


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=False))


def _day(text: str) -> date | None:
    return None if text in ("-", "") else date.fromisoformat(text if len(text) == 10 else f"{text}-01")


def _label_row(text: str) -> Row:
    words = text.split()
    more = _pairs(" ".join(words[3:])) | _pairs(" ".join(words[4:]))
    return {
        "label_stufe": _LEVELS[words[0]],
        "label_ausgestellt": _day(words[1]),
        "label_gueltig_bis": _day(words[2]),
        "label_termin": _day(more.get("termin", "-")),
    }


def _income_row(text: str) -> Row:
    year, numbers = text.split(maxsplit=1)[0], [int(word) for word in re.findall(r"(?<= )\d+(?= )", text)]
    names = ("beitraege", "dienst", "sponsor", "sonst_priv", "land", "bund", "eu", "sonst_oeff")
    row: dict[str, Scalar] = {f"fin_{name}": Decimal(one) for name, one in zip(names, numbers, strict=False)}
    plan = year == "Plan"
    return row | {
        "fin_jahr": 2026 if plan else int(year),
        "fin_art": "plan" if plan else "ist",
        "fin_ausgaben": Decimal(text.split("aus ")[1]),
    }


def story_form(story: Story) -> Form:
    """Return the form of a story; what the story does not give is filled so that every answer is there."""
    act = _pairs(story.of("ACT")[0])
    values = {**_own(story), **_actors(story), **_team(story), **_activity(act), **_dates(story)}
    return Form(values, _tables(story, int(act["proj"]), int(act["projkmu"])))


def _actors(story: Story) -> dict[str, Scalar]:
    counts = _pairs(story.of("AKT")[0].split(" A01 ")[0])
    values: dict[str, Scalar] = {f"akt_{name}": int(counts[name]) for name in ("gesamt", *_KINDS, "verbindlich")}
    values |= {f"akt_{name}": int(counts[name]) for name in ("region", "ausland")}
    values |= {f"akt_{name}_24m": int(counts[name]) for name in ("zugang", "abgang")}
    bonds = tuple(sorted(word.lower() for word in counts["bind"].split(",")))
    return values | {"akt_bindung": bonds, "regionen": "Kernraum", "laender": (SEATS[story.number][2],)}


def _own(story: Story) -> dict[str, Scalar]:
    """Return what the story says about names and seat, and answers that say nothing."""
    postcode, town, state, legal_form, register = SEATS[story.number]
    values: dict[str, Scalar] = {f"erkl_{name}": True for name in ("richtig", "label", "daten", "veroeff", "marke")}
    return values | {
        "antrag_nr": story.number,
        "verfahrensart": story.procedure,
        "cmo_name": "Verein",
        "cmo_kurz": "Verein",
        "cmo_rechtsform": legal_form,
        "cmo_traeger": "Träger GmbH" if legal_form == "ohne" else None,
        "cmo_register": register,
        "cmo_strasse": "Weg 1",
        "cmo_plz": postcode,
        "cmo_ort": town,
        "cmo_bundesland": state,
        "cmo_tel": "+49 30 23125 123",
        "cmo_mail": "kontakt@verein.example",
        "web_de": "https://verein.example",
        "web_en": None if story.number in WITHOUT_ENGLISH else "https://verein.example/en",
        "eccp_url": "https://eccp.example/verein" if story.number in WITH_ECCP else None,
        "leit_name": "Leitung",
        "leit_funktion": "Leitung",
        "leit_mail": "leitung@verein.example",
        "leit_tel": "+49 30 23125 124",
        "cluster_name": "Cluster",
        "kurzprofil": "Profil. " * 60,
        "tech_primaer": "messtechnik",
        "wsk_stufen": ("forschung", "produktion"),
        "wsk_text": "Kette",
        "team_quali": "Qualifikation",
        "gremien_text": "Gremien",
        "fin_controlling": True,
        "strat_organ": "Mitgliederversammlung",
        "komm_social": "keine",
        "messen": 2,
        "auszeichnungen": "keine",
        "wirk_quelle": "Umfrage 2025",
        "wirk_text": "Wirkungen",
        "unterz_name": "Leitung",
    }


def _team(story: Story) -> dict[str, Scalar]:
    team = _pairs(story.of("TEAM")[0])
    return {
        "vzae_gesamt": Decimal(team["vzae"]),
        "vzae_eigen": Decimal(team["eigen"]),
        "koepfe": int(team["koepfe"]),
        "wb_tage": Decimal(team["wb"]),
        "fluktuation": int(team["wechsel"]),
        "gremien_sitzungen": int(team["sitzungen"]),
    }


def _dates(story: Story) -> dict[str, Scalar]:
    when = _pairs(story.of("DATE")[0])
    return {
        "cluster_seit": _day(when["seit"]),
        "cmo_seit": _day(when["cmo"]),
        "mitgl_versammlung": _day(when["mv"]),
        "fin_gesichert_bis": _day(when["gesichert"]),
        "strat_beschluss": _day(when["beschluss"]),
        "strat_horizont": int(when["horizont"]),
        "strat_review": _day(when["review"]),
        "unterz_datum": _day(when["unterz"]),
    }


def _activity(act: dict[str, str]) -> dict[str, Scalar]:
    return {
        "ver_anzahl": int(act["veranst"]),
        "ver_teiln": int(act["teiln"]),
        "ag_anzahl": int(act["ag"]),
        "ag_sitzungen": int(act["agsitz"]),
        "kontakte_jahr": int(act["kontakte"]),
        "komm_newsletter": int(act["newsletter"]),
        "presse_anzahl": int(act["presse"]),
        "wirk_produkte": int(act["produkte"]),
        "zufr_jahr": int(act["umfrage"]),
        "zufr_ruecklauf": Decimal(act["ruecklauf"]),
    }


def _tables(story: Story, projects: int, with_smes: int) -> dict[str, tuple[Row, ...]]:
    kpi: Row = {"kpi_ziel": "Ziel", "kpi_kennzahl": "Zahl", "kpi_ist": 1, "kpi_soll": 2, "kpi_jahr": 2030}
    service: Row = {"dienst_leistung": "Pool", "dienst_zielgruppe": "KMU", "dienst_nutzungen": 9, "dienst_kosten": True}
    success: Row = {"erfolg_titel": "E", "erfolg_beteiligte": "B", "erfolg_beitrag": "C", "erfolg_ergebnis": "D"}
    project: Row = {"proj_titel": "Vorhaben", "proj_laufzeit": "2024", "proj_volumen": 1000, "proj_partner": 4}
    kinds: Row = {"proj_foerder": "bund", "proj_rolle": "partner"}
    coop: Row = {"koop_partner": "P", "koop_land": "DE", "koop_art": "austausch", "koop_ergebnis": "E"}
    return {
        "einnahmen": tuple(map(_income_row, story.of("FIN"))),
        "label_liste": tuple(map(_label_row, story.of("LABEL"))),
        "proj_liste": tuple(
            {**project, **kinds, "proj_kmu": 2 if index < with_smes else 0} for index in range(projects)
        ),
        "kpi_liste": (kpi,) * 3,
        "dienst_liste": (service,) * 3,
        "erfolg_liste": ({**success, "erfolg_jahr": 2025},) * 2,
        "koop_liste": ({**coop, "koop_seit": 2020},),
    }


def story_members(story: Story) -> MemberList:
    """Return the member list of a story: as many of each kind as A01 counts, the first of them bound."""
    line = story.of("AKT")[0]
    form, _, annex = line.partition(" A01 ")
    counts = _pairs(form)
    numbers = [int(word) for word in annex.split()[1:]] if annex else [int(counts[kind]) for kind in _KINDS]
    kinds = [kind for kind, count in zip(_KINDS, numbers, strict=True) for _ in range(count)]
    bound = int(counts["verbindlich"])
    return MemberList(
        "A01",
        tuple(
            Member(row, f"Mitglied {row}", kind, {"mitgl_bindung": "beitrag" if row <= bound else None})
            for row, kind in enumerate(kinds, 1)
        ),
    )


def story_annexes(story: Story) -> tuple[Annex, ...]:
    """Return the annexes of a story with their traps."""
    traps = {
        "enc": AnnexState.ENCRYPTED,
        "docx": AnnexState.WRONG_TYPE,
        "scan": AnnexState.NO_TEXT,
        "active": AnnexState.ACTIVE,
    }
    found = []
    for word in story.of("ANN")[0].split():
        kind, _, rest = word.partition(":")
        pages, _, trap = rest.partition("!")
        if trap == "missing":
            continue
        states = (traps[trap],) if trap in traps else (AnnexState.READABLE,)
        blank = (2,) if trap == "blank2" else ()
        count = int(pages.rstrip("z"))
        found.append(Annex(kind, f"{kind}.pdf", kind, 1, pages=count, states=states, blank_pages=blank))
    return tuple(found)


def story_application(story: Story) -> Application:
    """Return the whole application of a story."""
    received = _day(_pairs(story.of("DATE")[0])["eingang"])
    return Application(
        ApplicationId(story.number),
        story.number,
        "Cluster",
        story.procedure,
        catalogue="",
        reference_date=REFERENCE,
        received=received,
        deadline=DEADLINE,
        form=story_form(story),
        members=story_members(story),
        annexes=story_annexes(story),
    )
