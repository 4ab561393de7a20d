"""What filters leave of the documents that match."""

from collections.abc import Sequence
from functools import reduce
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.whoosh_engine.lists import Documents, Mask

T = TypeVar("T", bound=np.generic)


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

    def of(self, values: NDArray[T] | None) -> NDArray[T] | None:
        """The values of those that all filters let through, of values that stand beside all."""
        if values is None or not self._masks:
            return values
        return values[reduce(np.logical_and, [mask for _, mask in self._masks])]
