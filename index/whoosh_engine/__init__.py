"""The embedded engine: a Whoosh index on disk, evaluated over whole posting lists as arrays.

Whoosh brings schema, segments, table of contents, lock and codec; matching, scores and facets are computed
here, so that they agree with every other engine. Whoosh is imported nowhere else.
"""

from index.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
