"""The hand-written patterns that lists are told in, from one resource file."""

from functools import cache

from reviewer_app.demo.story import Facts, data


@cache
def _file() -> Facts:
    return data("papers", "sayings.toml")


@cache
def sayings(name: str) -> tuple[str, ...]:
    """Return the patterns of one name; raise KeyError where there are none."""
    found = _file()[name]
    return tuple(str(one) for one in found) if isinstance(found, list) else ()
