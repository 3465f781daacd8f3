"""Resources are reached by one function that never leaves the package."""

import pytest

import resources
from resources import path


def test_a_resource_lies_below_the_package() -> None:
    assert path("styles", "tokens.toml").parent.parent == path()
    assert path().samefile(resources.__path__[0])


@pytest.mark.parametrize("parts", [("..", "db"), ("/etc/passwd",), ("styles", "..", "..", "main.py")])
def test_no_part_leads_out_of_the_package(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="outside the package"):
        path(*parts)
