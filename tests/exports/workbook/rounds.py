"""Rounds for the workbook: the cases that strain a sheet, side by side in one round."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer_app.exports.material import Counts, Dossier, RoundMaterial
from reviewer_app.exports.record import application_record, checksum
from tests.exports.factories import a_material


def numbered(dossier: Dossier, number: str, name: str = "") -> Dossier:
    """Give the same case under another number."""
    case = dossier.consolidation
    application = replace(case.application, number=number, name=name or case.application.name)
    record = application_record(replace(case, application=application))
    changed = replace(case, application=application)
    return replace(dossier, consolidation=changed, record=record, record_sha256=checksum(record))


def a_round(dossiers: Sequence[Dossier], *, language: str = "de", variant: str = "internal") -> RoundMaterial:
    """Gather the cases as one round; the store's counts are the sums of theirs."""
    stored = Counts(
        applications=len(dossiers),
        reviews=sum(one.stored.reviews for one in dossiers),
        scores=sum(one.stored.scores for one in dossiers),
        rationales=sum(one.stored.rationales for one in dossiers),
    )
    if not dossiers:
        from tests.exports.factories import worked

        return replace(a_material(worked(), language=language, variant=variant), dossiers=(), stored=stored)
    material = a_material(dossiers[0], language=language, variant=variant)
    return replace(material, dossiers=tuple(dossiers), stored=stored)
