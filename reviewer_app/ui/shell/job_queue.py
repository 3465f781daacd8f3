"""Which job may start when: writes in order, reads after the writes before them, a change of workspace alone.

A write that cannot be stored keeps its place, and nothing overtakes it but reading: the person sees the store as it is.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from reviewer_app.ui.shell.threads import Job, Worker


@dataclass(slots=True)
class JobQueue:
    """Jobs that were asked for and are not done: `writes` until they are stored, `others` until they are begun."""

    writes: deque[Job] = field(default_factory=deque)
    others: deque[Job] = field(default_factory=deque)
    running: set[Job] = field(default_factory=set)
    failing: bool = False
    _stored: int = 0
    _seen: int = 0
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def idle(self) -> bool:
        """Nothing runs and nothing waits."""
        return not (self.running or self.writes or self.others)

    @property
    def result_is_current(self) -> bool:
        """What the job that ended last has found holds every write: none waits, and none was stored since it began."""
        return not self.writes and self._seen == self._stored

    def add(self, job: Job) -> None:
        """Put a job in line; a write replaces a waiting one with the same key, and who waited for that waits for it."""
        job.number = next(self._numbers)
        if not job.writes:
            self.others.append(job)
            return
        changed = max((one.number for one in self.running if one.alone), default=0)
        for old in [one for one in self.writes if one not in self.running and one.number > changed]:
            if job.key is not None and old.key == job.key:
                self.writes.remove(old)
                job.number = old.number
        self.writes.append(job)

    def take(self, *, may_leave: bool = True) -> Job | None:
        """Return the next job that may start, as running; None where everything has to wait.

        Without `may_leave` no other workspace takes the place of the one that is open.
        """
        if any(one.alone for one in self.running):
            return None
        job = self._write() or self._other(may_leave=may_leave)
        if job is not None:
            job.kept = tuple(self.writes) if self.failing and not job.writes else ()
            job.stored = self._stored
            self.running.add(job)
        return job

    def finish(self, job: Job, *, again: bool = False) -> None:
        """Note that a job has ended; `again` keeps a write at the head of its line.

        With another workspace go the writes that the one before could not take: who leaves it was asked.
        """
        self.running.discard(job)
        self._seen = job.stored
        if job.writes and not again:
            self.writes.remove(job)
            self._stored += job.error is None
        if job.alone and job.error is None:
            self.writes = deque(one for one in self.writes if one.number > job.number)
            self.failing = False

    def rest(self) -> Iterator[Job]:
        """Yield what still has to be done before the end, in order: writes, and what else needs the writing thread."""
        writes = deque(one for one in self.writes if one not in self.running)
        for other in self.others:
            while other.worker is Worker.WRITING and writes and writes[0].number < other.number:
                yield writes.popleft()
            if other.worker is Worker.WRITING:
                yield other
        yield from writes

    def _write(self) -> Job | None:
        """Return the write at the head of its line, one at a time."""
        job = self.writes[0] if self.writes and not self.failing else None
        return None if job in self.running else job

    def _other(self, *, may_leave: bool) -> Job | None:
        job = self.others[0] if self.others else None
        if job is None or (job.alone and not may_leave):
            return None
        if job.alone and (self.running or (self.writes and not self.failing)):
            return None
        if not self.failing and any(one.number < job.number for one in self.writes):
            return None
        if job.alone:
            job.number = next(self._numbers)  # what was written until now belongs to the workspace that is left
        return self.others.popleft()
