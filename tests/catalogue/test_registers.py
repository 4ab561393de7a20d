"""People and venues that have files, and what of publications is counted under them."""

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.folding import folded
from catalogue.model import (
    Container,
    Contributor,
    Event,
    Identifier,
    Multilingual,
    Name,
    Person,
    Record,
    RecordType,
    Scheme,
)
from catalogue.people import NO_PEOPLE, People, stated_of
from catalogue.registers import joined
from catalogue.venues import NO_VENUES, Venue, Venues

ORCID, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"
ADA = Person(
    "ada-mason",
    {"en": ("Mason, Ada", "Mason, A. B."), "ru": ("Мейсон, Ада",)},
    variants=("Ada Mason",),
    orcid=ORCID,
    aliases=("mason",),
)
EVA = Person("eva-muller", {"de": ("Müller, Eva", "Müller, E.")})
ERIK = Person("erik-muller", {"de": ("Müller, Erik", "Müller, E.")})
PEOPLE = People((ADA, EVA, ERIK))
STONES = Venue("stones", {"en": ("Stones",), "ru": ("Камни",)}, ("J. Stones",), ("1234-5679", "2049-3630"))
DAYS = Venue("masonry-days", {"en": ("Masonry Days",)}, aliases=("days",))
VENUES = Venues((STONES, DAYS))


def contributor(family: str, given: str = "", orcid: str = "", **variants: Name) -> Contributor:
    return Contributor(Name(family, given), variants=tuple(variants.items()), orcid=orcid)


def article(name: str, *issns: str, kind: RecordType = RecordType.ARTICLE) -> Record:
    identifiers = tuple(Identifier(Scheme.ISSN, issn) for issn in issns)
    return Record(
        "walls",
        kind,
        Multilingual.of("Walls"),
        container=Container(Multilingual.of(name)),
        identifiers=identifiers,
    )


@pytest.mark.parametrize(
    ("who", "person"),
    [
        (contributor("Mason", "Ada"), ADA),
        (contributor("MASON", "A B"), ADA),
        (Contributor(Name(literal="Ada Mason")), ADA),
        (contributor("Mejson", "Ada", ru=Name("Мейсон", "Ада")), ADA),
        (contributor("Mason-Bell", "Ada", orcid=ORCID), ADA),
        (contributor("Mason", "Ada", orcid=OTHER), None),
        (contributor("Müller", "Eva"), EVA),
        (contributor("Müller", "Eva", orcid=OTHER), None),
        (contributor("Müller", "E."), None),
        (contributor("Mason", "Otto"), None),
    ],
)
def test_a_person_is_meant_by_an_orcid_or_by_a_name_that_is_no_one_elses(
    who: Contributor, person: Person | None
) -> None:
    assert PEOPLE.of(who) is person


@pytest.mark.parametrize(
    ("record", "venue"),
    [
        (article("Pebbles", "2049-3630"), STONES),
        (article("Pebbles", "0028-0836", "1234-5679"), STONES),
        (article("J Stones"), STONES),
        (article("КАМНИ"), STONES),
        (article("Stones", "0028-0836"), None),
        (article("Stones", "0028-0836", kind=RecordType.INPROCEEDINGS), STONES),
        (article("Pebbles"), None),
        (
            Record(
                "talk", RecordType.MISC, Multilingual.of("Talk"), event=Event(Multilingual.of("Masonry days"))
            ),
            DAYS,
        ),
        (Record("bare", RecordType.MISC, Multilingual.of("Bare")), None),
    ],
)
def test_a_journal_is_meant_by_its_issn_and_anything_else_by_its_name(
    record: Record, venue: Venue | None
) -> None:
    assert VENUES.of(record) is venue


@pytest.mark.parametrize("key", ["@ada-mason", "@mason", ORCID, "mason, ada", "мейсон, ада", "mason, a. b."])
def test_keys_from_before_a_person_was_claimed_lead_to_the_one_of_today(key: str) -> None:
    assert PEOPLE.current_key(key) == "@ada-mason"


@pytest.mark.parametrize("key", ["@nobody", OTHER, "muller, e.", "smith, j.", ""])
def test_keys_of_nobody_stay_as_they_are(key: str) -> None:
    assert PEOPLE.current_key(key) == key


def test_a_label_holds_each_form_once() -> None:
    assert joined(EVA.forms, ["Muller, E", "Müller, E."]) == "Müller, Eva / Müller, E. / Muller, E"


def test_an_entry_is_called_what_the_first_language_possible_calls_it() -> None:
    assert PEOPLE.label("@ada-mason", ["kk", "ru"]) == "Мейсон, Ада"
    assert PEOPLE.label("@mason", ["kk"]) == "Mason, Ada"
    assert PEOPLE.label("mason, ada", ["en"]) is None


def test_registers_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(PEOPLE)) == PEOPLE


def test_who_has_no_file_is_nobody() -> None:
    assert NO_PEOPLE.of(contributor("Mason", "Ada")) is None
    assert NO_VENUES.current_key("1234-5679") == "1234-5679"


NAMES = st.builds(
    Name, st.sampled_from(["Mason", "MASON,", "Müller", "Мейсон"]), st.sampled_from(["A. B.", "Ada", "E", ""])
)


@given(NAMES, st.sampled_from(["", ORCID, OTHER]))
def test_the_key_that_a_contributor_would_have_without_files_leads_to_the_same_person(
    name: Name, orcid: str
) -> None:
    key = orcid or folded(name.inverted)
    assert PEOPLE.of_key(key) is PEOPLE.of(Contributor(name, orcid=orcid))


def test_who_states_an_identifier_under_a_name_without_one_may_be_told_of() -> None:
    people = People((replace(ADA, orcid=""), replace(EVA, orcid=OTHER)))
    stated = (contributor("Mason", "Ada", orcid=ORCID), contributor("Müller", "Eva", orcid=ORCID))
    assert [people.unnumbered(stated_of(own)) for own in stated] == [people.get("ada-mason"), None]
    assert people.unnumbered(stated_of(contributor("Mason", "Ada"))) is None
    assert PEOPLE.unnumbered(stated_of(stated[0])) is None
