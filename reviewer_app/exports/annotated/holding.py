"""Which annotations a finished copy holds, read back from its bytes: the self-check of the export."""

import io
from collections.abc import Sequence

import pikepdf

from reviewer_app.domain.annotation import Origin
from reviewer_app.domain.foreign_identity import OWN_PREFIX, is_among
from reviewer_app.exports.annotated import existing
from reviewer_app.exports.annotated.mark import Held, Mark


def held_in(data: bytes, marks: Sequence[Mark], password: str = "") -> Held:
    """Count which of the annotations stand in a file, by their names."""
    with pikepdf.open(io.BytesIO(data), password=password, suppress_warnings=True) as pdf:
        known = set(existing.identities([page.obj for page in pdf.pages]))
    own = {mark.annotation.id for mark in marks if OWN_PREFIX + mark.annotation.id in known}
    rest = [one for one in (mark.annotation for mark in marks) if one.origin is Origin.FOREIGN and one.id not in own]
    return Held(len(own), sum(is_among(one.foreign_id, known) for one in rest))
