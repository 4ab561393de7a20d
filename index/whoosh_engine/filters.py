"""What filters leave of the documents that match."""

from collections.abc import Sequence
from functools import reduce

import numpy as np

from index.whoosh_engine.lists import Documents, Floats, Mask


class Filtered:
    """Documents, and by facet which of them a filter lets through; a facet may have several filters."""

    def __init__(self, documents: Documents, masks: Sequence[tuple[str, Mask]]) -> None:
        self._all = documents
        self._masks = masks
        self.documents = self.but(None)
        """Those that all filters let through."""

    def but(self, facet: str | None) -> Documents:
        """Those that all filters but the ones of a facet let through."""
        masks = [mask for name, mask in self._masks if name != facet]
        return self._all[reduce(np.logical_and, masks)] if masks else self._all

    def scores(self, scores: Floats | None) -> Floats | None:
        """The scores of those that all filters let through, of those of all."""
        if scores is None or not self._masks:
            return scores
        return scores[reduce(np.logical_and, [mask for _, mask in self._masks])]
