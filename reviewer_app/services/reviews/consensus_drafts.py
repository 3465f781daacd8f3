"""What is chosen or typed for a consensus and not set yet: kept in the workspace, so that it outlives the window.

It is an aid and no record: what cannot be read of it (something else wrote it) is left out, and stays where it is.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.scale import Scale
from reviewer_app.services.ports import UnitOfWork

_KEPT = "draft:"


@dataclass(frozen=True, slots=True)
class ConsensusDraft:
    """A value and a reason; None means that nothing was chosen or typed."""

    value: Fraction | None = None
    reason: str | None = None


def keep_draft(uow: UnitOfWork, application: ApplicationId, criterion: str, draft: ConsensusDraft) -> None:
    """Keep a draft in place of the one before; an empty one is forgotten."""
    facts, key = uow.rounds.get(), f"{_KEPT}{application}:{criterion}"
    settings = {name: text for name, text in facts.settings.items() if name != key}
    if draft != ConsensusDraft():
        value = None if draft.value is None else str(draft.value)
        settings[key] = json.dumps({"value": value, "reason": draft.reason}, ensure_ascii=False)
    if settings != dict(facts.settings):
        uow.rounds.put(replace(facts, settings=settings))
        uow.commit()


def kept_drafts(uow: UnitOfWork, application: ApplicationId, scale: Scale) -> Mapping[str, ConsensusDraft]:
    """Return the drafts of an application by criterion; a value that is none of the scale is left out."""
    before = f"{_KEPT}{application}:"
    kept = uow.rounds.get().settings.items()
    found = {name.removeprefix(before): _read(text, scale) for name, text in kept if name.startswith(before)}
    return {name: draft for name, draft in found.items() if draft != ConsensusDraft()}


def _read(text: str, scale: Scale) -> ConsensusDraft:
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        return ConsensusDraft()
    if not isinstance(raw, dict):
        return ConsensusDraft()
    value, reason = raw.get("value"), raw.get("reason")
    return ConsensusDraft(
        scale.read(value) if isinstance(value, str) else None, reason if isinstance(reason, str) else None
    )
