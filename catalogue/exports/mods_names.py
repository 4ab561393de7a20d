"""People, organisations and events in MODS, each with what they did."""

from collections.abc import Iterator

from catalogue.exports.iso639 import bibliographic
from catalogue.exports.mods_terms import IN_BOOKS, ROLES
from catalogue.exports.mods_values import best, mods
from catalogue.exports.xml import Content, Element
from catalogue.model import Contributor, Event, Name, Record, RecordType, Role


def names(record: Record, locales: tuple[str, ...]) -> Iterator[Element | None]:
    """Those who made the record itself, the school of a thesis, and the event."""
    of_host = host_roles(record)
    yield from makers(record, tuple(role for role in ROLES if role not in of_host), locales)
    if record.type is RecordType.THESIS and record.institution:
        school = best("namePart", record.institution, locales)
        yield mods("name", school, _role("dgg", "degree grantor"), type="corporate")
    if record.event:
        yield _event(record.event, locales)


def host_roles(record: Record) -> tuple[Role, ...]:
    """The roles of those who made the container and not the record: its editors too, where it is a book."""
    if not record.container:
        return ()
    return (Role.CONTAINER_AUTHOR, Role.EDITOR) if record.type in IN_BOOKS else (Role.CONTAINER_AUTHOR,)


def makers(record: Record, roles: tuple[Role, ...], locales: tuple[str, ...]) -> Iterator[Element | None]:
    """The contributors of these roles, and whether there are more of them."""
    for role in roles:
        for own in record.by_role(role):
            yield _contributor(own, locales)
        if role in record.others:
            yield mods("name", mods("etal", "et al."), _role(*ROLES[role]))


def _contributor(own: Contributor, locales: tuple[str, ...]) -> Element | None:
    is_person = own.orcid or not own.name.literal
    variants = (
        mods("alternativeName", _parts(name), lang=bibliographic(tag), language=tag)
        for tag, name in own.variants
    )
    affiliations = (
        best("affiliation", place.name, locales, **_authority(place.ror)) for place in own.affiliations
    )
    return mods(
        "name",
        _parts(own.name),
        variants,
        _role(*ROLES[own.role]),
        affiliations,
        mods("description", "corresponding author" if own.corresponding else ""),
        mods("nameIdentifier", f"https://orcid.org/{own.orcid}" if own.orcid else "", type="orcid"),
        type="personal" if is_person else "corporate",
    )


def _event(event: Event, locales: tuple[str, ...]) -> Element | None:
    """A conference, if it has a name. A role keeps readers from taking it for an author."""
    title = best("namePart", event.title, locales)
    if title is None:
        return None
    dates = mods("namePart", str(event.date or ""), type="date")
    place = best("description", event.place, locales)
    return mods("name", title, dates, _role("", "event"), place, type="conference")


def _parts(name: Name) -> Content:
    if name.literal:
        return mods("namePart", name.literal)
    return [
        mods("namePart", f"{name.prefix} {name.family}".strip(), type="family"),
        mods("namePart", name.given, type="given"),
        mods("namePart", name.suffix, type="termsOfAddress"),
    ]


def _role(code: str, term: str) -> Element | None:
    """A role by MARC's code ("" where it has none) and in words."""
    if not code:
        return mods("role", mods("roleTerm", term, type="text"))
    return mods(
        "role",
        mods("roleTerm", code, type="code", authority="marcrelator"),
        mods("roleTerm", term, type="text", authority="marcrelator"),
    )


def _authority(ror: str) -> dict[str, str]:
    return {"authority": "ror", "valueURI": f"https://ror.org/{ror}"} if ror else {}
