"""Approximate search: where in a text a pattern stands with the fewest changed, missing or added characters.

Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", J. ACM 46 (3), 1999,
with Python's integers as bit vectors of any length.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FEW, _LANES = 4, 256
"""Texts from which lanes pay, and how many go side by side."""


@dataclass(frozen=True, slots=True)
class Match:
    """The half-open range `start` to `end` of the text, and its edit distance from the pattern."""

    start: int
    end: int
    distance: int


def find(pattern: str, text: str, most: int) -> list[Match]:
    """Return the places of `pattern` in `text` with at most `most` edits, one per place, in the order of the text.

    Matches that overlap are one place: the one with the fewest edits stands for it. An empty pattern is nowhere.
    """
    if not pattern:
        return []
    found: list[Match] = []
    for end, edits in _ends(pattern, text, most):
        back = _scores(pattern[::-1], text[max(0, end - len(pattern) - edits) : end][::-1], anywhere=False)
        lengths = [length for length, score in enumerate(back, start=1) if score == edits]
        if not lengths:
            continue
        length = min(lengths, key=lambda one: abs(one - len(pattern)))
        match = Match(end - length, end, edits)
        if found and match.start < found[-1].end:
            if match.distance < found[-1].distance:
                found[-1] = match
        else:
            found.append(match)
    return found


def distance(one: str, other: str) -> int:
    """Return the edit distance (Levenshtein) of two texts."""
    if not one:
        return len(other)
    return _scores(one, other, anywhere=False)[-1] if other else len(one)


def distances(one: str, others: Sequence[str]) -> list[int]:
    """Return the edit distances of one text from many, for less than one by one where those are equally long."""
    found = [0] * len(others)
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for index, other in enumerate(others):
        by_length[len(other)].append(index)
    for length, indexes in by_length.items():
        if len(indexes) < _FEW or not one or not length:
            for index in indexes:
                found[index] = distance(one, others[index])
            continue
        for start in range(0, len(indexes), _LANES):
            some = indexes[start : start + _LANES]
            for index, edits in zip(some, _in_lanes(one, [others[index] for index in some], length), strict=True):
                found[index] = edits
    return found


def _in_lanes(pattern: str, texts: Sequence[str], length: int) -> Iterator[int]:
    """Give the distances from texts of one length: a lane of bits for each, wide enough that no carry leaves it."""
    size, count = len(pattern), len(texts)
    octets = size // 8 + 1
    lane = 8 * octets
    first = int.from_bytes((1).to_bytes(octets, "little") * count, "little")
    full = ((1 << size) - 1) * first
    bits: defaultdict[str, int] = defaultdict(int)
    for index, character in enumerate(pattern):
        bits[character] |= 1 << index
    masks = defaultdict(lambda: bytes(octets), {each: mask.to_bytes(octets, "little") for each, mask in bits.items()})
    plus, minus = full, 0
    for place in range(length):
        equal = int.from_bytes(b"".join([masks[text[place]] for text in texts]), "little")
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up = (((minus | (full & ~(horizontal | plus))) << 1) | first) & full
        down = ((plus & horizontal) << 1) & full
        plus = (down | (full & ~(vertical | up))) & full
        minus = up & vertical & full
    one = (1 << lane) - 1
    for number in range(count):
        rising, falling = plus >> lane * number & one, minus >> lane * number & one
        yield length + rising.bit_count() - falling.bit_count()


def _ends(pattern: str, text: str, most: int) -> list[tuple[int, int]]:
    """Return (end, edits) of each local best end of the pattern: no neighbour within reach has fewer edits."""
    ends: list[tuple[int, int]] = []
    for end, score in enumerate(_scores(pattern, text, anywhere=True), start=1):
        if score > most:
            continue
        if ends and end - ends[-1][0] < len(pattern):
            if score < ends[-1][1]:
                ends[-1] = (end, score)
        else:
            ends.append((end, score))
    return ends


def _scores(pattern: str, text: str, *, anywhere: bool) -> list[int]:
    """Return for each end in `text` the edits of the pattern up to there (`anywhere`: from the best start)."""
    size = len(pattern)
    full = (1 << size) - 1
    last = 1 << (size - 1)
    masks: dict[str, int] = defaultdict(int)
    for index, character in enumerate(pattern):
        masks[character] |= 1 << index
    plus, minus, score = full, 0, size
    scores: list[int] = []
    for character in text:
        equal = masks.get(character, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up = minus | (full & ~(horizontal | plus))
        down = plus & horizontal
        if up & last:
            score += 1
        elif down & last:
            score -= 1
        up = (up << 1) | (0 if anywhere else 1)
        down <<= 1
        plus = (down | (full & ~(vertical | up))) & full
        minus = up & vertical & full
        scores.append(score)
    return scores
