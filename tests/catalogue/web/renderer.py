"""A renderer for tests of pages: it says what it was asked for, and fails when told to."""

from collections.abc import Sequence

from catalogue.citations import CitationError, Job, UnknownStyle
from catalogue.model import Mark, MarkKind, Text


class ToldRenderer:
    """Makes a citation of each job's style, terms and title, the style in italics."""

    def __init__(self) -> None:
        self.failure: CitationError | None = None
        self.asked: list[Job] = []

    def render(self, jobs: Sequence[Job]) -> list[Text]:
        self.asked.extend(jobs)
        if self.failure:
            raise self.failure
        for job in jobs:
            if job.style == "no-such-style":
                raise UnknownStyle(job.style, ("apa", "nature"))
        return [self._citation(job) for job in jobs]

    @staticmethod
    def _citation(job: Job) -> Text:
        doi = f" https://doi.org/{job.item['DOI']}." if "DOI" in job.item else ""
        text = f"{job.style} in {job.locale}, {job.forms}: {job.item['title']}.{doi}"
        return Text(text, (Mark(MarkKind.ITALIC, 0, len(job.style)),))
