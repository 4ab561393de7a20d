"""Publications as frozen values. Standard library only: every other part of the catalogue rests on it."""

from catalogue.model.dates import Issued, PartialDate, Season
from catalogue.model.grant import Grant
from catalogue.model.identifiers import Identifier, InvalidIdentifierError, Scheme
from catalogue.model.people import Affiliation, Contributor, Name, Person, Role
from catalogue.model.problem import Problem, Severity, summarise
from catalogue.model.record import (
    Access,
    AccessStatus,
    Classification,
    Container,
    Event,
    File,
    Keyword,
    Link,
    Origin,
    Record,
    RecordType,
)
from catalogue.model.text import (
    NO_TEXT,
    UNDETERMINED,
    Mark,
    MarkKind,
    Multilingual,
    Text,
    all_forms,
    preferred,
    primary_language,
)

__all__ = [
    "NO_TEXT",
    "UNDETERMINED",
    "Access",
    "AccessStatus",
    "Affiliation",
    "Classification",
    "Container",
    "Contributor",
    "Event",
    "File",
    "Grant",
    "Identifier",
    "InvalidIdentifierError",
    "Issued",
    "Keyword",
    "Link",
    "Mark",
    "MarkKind",
    "Multilingual",
    "Name",
    "Origin",
    "PartialDate",
    "Person",
    "Problem",
    "Record",
    "RecordType",
    "Role",
    "Scheme",
    "Season",
    "Severity",
    "Text",
    "all_forms",
    "preferred",
    "primary_language",
    "summarise",
]
