"""Where real bibliographies and published schemas are, for the tests that measure against them."""

from pathlib import Path

import pytest

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"

needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the folder of real corpora is absent here")

SCHEMAS = CORPORA.parent / "schemas"

needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the folder of published schemas is absent here"
)
