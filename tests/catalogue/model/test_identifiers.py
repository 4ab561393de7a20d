"""Identifiers in the spellings in circulation. The valid ones are the examples of the schemes' own sites."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import Identifier, InvalidIdentifierError, Scheme
from catalogue.model.identifiers import normalise, orcid, researcher_id, ror, scopus_author


@pytest.mark.parametrize(
    ("scheme", "source", "expected"),
    [
        (Scheme.DOI, "https://doi.org/10.1000/ABC", "10.1000/abc"),
        (Scheme.DOI, "doi:10.1000/182", "10.1000/182"),
        (
            Scheme.DOI,
            "http://dx.doi.org/10.1002/(SICI)1097<1::AID>3.0.CO;2-F",
            "10.1002/(sici)1097<1::aid>3.0.co;2-f",
        ),
        (Scheme.ISBN, "978-3-16-148410-0", "9783161484100"),
        (Scheme.ISBN, "ISBN 0-306-40615-2", "0306406152"),
        (Scheme.ISBN, "0–8044–2957–x", "080442957X"),
        (Scheme.ISSN, "0378-5955", "0378-5955"),
        (Scheme.ISSN, "eISSN: 2434561x", "2434-561X"),
        (Scheme.ARXIV, "arXiv:2101.00001v2", "2101.00001v2"),
        (Scheme.ARXIV, "https://arxiv.org/pdf/hep-th/9901001.pdf", "hep-th/9901001"),
        (Scheme.PMID, "PMID: 23193287", "23193287"),
        (Scheme.PMCID, "PMCID: pmc3531190", "PMC3531190"),
        (Scheme.JSTOR, "https://www.jstor.org/stable/2118559", "2118559"),
        (Scheme.HANDLE, "hdl:20.1000/100", "20.1000/100"),
        (Scheme.EID, "2-s2.0-85012345678", "2-s2.0-85012345678"),
        (Scheme.WOS, "WOS:000301234500001", "000301234500001"),
    ],
)
def test_every_spelling_becomes_one(scheme: Scheme, source: str, expected: str) -> None:
    assert normalise(scheme, source) == expected


@pytest.mark.parametrize(
    ("scheme", "source"),
    [
        (Scheme.DOI, "10.1/x"),
        (Scheme.ISBN, "978-3-16-148410-1"),
        (Scheme.ISBN, "0-306-40615-3"),
        (Scheme.ISBN, "12345"),
        (Scheme.ISSN, "0378-5956"),
        (Scheme.ISSN, "0378-595"),
        (Scheme.ARXIV, "21.1"),
        (Scheme.PMID, "PMC1"),
    ],
)
def test_what_is_no_identifier_is_refused_with_the_value_in_the_message(scheme: Scheme, source: str) -> None:
    with pytest.raises(InvalidIdentifierError, match=re.escape(source)):
        normalise(scheme, source)


@given(st.integers(0, 10**12 - 1).map(lambda number: f"978{number:09d}"[:12]), st.data())
def test_a_mistyped_digit_of_an_isbn_is_noticed(first: str, data: st.DataObject) -> None:
    check = -sum((3 if place % 2 else 1) * int(char) for place, char in enumerate(first)) % 10
    isbn = f"{first}{check}"
    place = data.draw(st.integers(3, 12))
    wrong = isbn[:place] + str((int(isbn[place]) + data.draw(st.integers(1, 9))) % 10) + isbn[place + 1 :]
    with pytest.raises(InvalidIdentifierError):
        normalise(Scheme.ISBN, wrong)


@pytest.mark.parametrize(
    "source", ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000000218250097"]
)
def test_spellings_of_an_orcid_id(source: str) -> None:
    assert orcid(source) == "0000-0002-1825-0097"


@pytest.mark.parametrize("source", ["0000-0002-1825-0098", "0000-0002-1825", "X000-0002-1825-0097"])
def test_a_wrong_orcid_id_is_refused(source: str) -> None:
    with pytest.raises(InvalidIdentifierError):
        orcid(source)


@pytest.mark.parametrize(
    "source", ["7004212771", " 7004212771 ", "https://www.scopus.com/authid/detail.uri?authorId=7004212771"]
)
def test_spellings_of_an_author_identifier_of_scopus(source: str) -> None:
    assert scopus_author(source) == "7004212771"


@pytest.mark.parametrize(
    "source", ["A-1009-2008", "a-1009-2008", "https://www.webofscience.com/wos/author/record/A-1009-2008"]
)
def test_spellings_of_a_researcher_id(source: str) -> None:
    assert researcher_id(source) == "A-1009-2008"


@pytest.mark.parametrize("source", ["", "2-s2.0-85012345678", "A-1009-2008x", "https://orcid.org/"])
def test_what_is_no_identifier_of_an_author_is_refused(source: str) -> None:
    for read in (scopus_author, researcher_id):
        with pytest.raises(InvalidIdentifierError, match=re.escape(repr(source))):
            read(source)


@pytest.mark.parametrize("source", ["https://ror.org/02mhbdp94", "ROR.org/02MHBDP94/", "02mhbdp94"])
def test_spellings_of_a_ror_id(source: str) -> None:
    assert ror(source) == "02mhbdp94"


@pytest.mark.parametrize("source", ["02mhbdp95", "2mhbdp94", "02mhbdl94"])
def test_a_wrong_ror_id_is_refused(source: str) -> None:
    with pytest.raises(InvalidIdentifierError):
        ror(source)


@pytest.mark.parametrize(
    ("identifier", "url"),
    [
        (Identifier(Scheme.DOI, "10.1000/a<b>"), "https://doi.org/10.1000/a%3Cb%3E"),
        (Identifier(Scheme.ISSN, "0378-5955"), "https://portal.issn.org/resource/ISSN/0378-5955"),
        (Identifier(Scheme.ISBN, "9783161484100"), None),
    ],
)
def test_addresses_of_resolvers(identifier: Identifier, url: str | None) -> None:
    assert identifier.url == url


@pytest.mark.parametrize(
    ("scheme", "value", "others"),
    [
        (Scheme.ISBN, "9780306406157", ("0306406152",)),
        (Scheme.ISBN, "080442957X", ("9780804429573",)),
        (Scheme.ISBN, "9780804429573", ("080442957X",)),
        (Scheme.ISBN, "9791090636071", ()),
        (Scheme.ISSN, "1234-5679", ("12345679",)),
        (Scheme.ARXIV, "2101.00001v2", ("2101.00001",)),
        (Scheme.ARXIV, "hep-th/9901001", ()),
        (Scheme.PMID, "23193287", ()),
    ],
)
def test_an_identifier_knows_what_else_it_is_called(
    scheme: Scheme, value: str, others: tuple[str, ...]
) -> None:
    assert Identifier(scheme, value).spellings == (value, *others)
