"""A record that states everything a page can tell machines, and where its page is."""

from catalogue.model import (
    Affiliation,
    Container,
    Contributor,
    Event,
    Identifier,
    Issued,
    Keyword,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)

PAGE = "https://pubs.example.org/publications/reeds2021"
FULL = Record(
    key="reeds2021",
    type=RecordType.ARTICLE,
    title=Multilingual.of({"ru": "Тростник", "en": "Reeds"}),
    subtitle=Multilingual.of({"ru": "Обзор", "en": "A survey"}),
    abstract=Multilingual.of({"en": "On reeds.", "ru": "О тростнике.\n\nИ воде."}),
    keywords=(Keyword(Text("тростник"), "ru"), Keyword(Text("reeds"), "en")),
    container=Container(
        Multilingual.of({"ru": "Вестник дельт"}), short_title=Multilingual.of({"ru": "Вестн. дельт"})
    ),
    event=Event(Multilingual.of({"en": "Conference of Deltas"})),
    contributors=(
        Contributor(
            Name("Омарова", "Айгерим"),
            orcid="0000-0002-1825-0097",
            affiliations=(Affiliation(Multilingual.of({"ru": "Институт дельт"})),),
        ),
        Contributor(Name("Goethe", "Johann", prefix="von")),
        Contributor(Name(literal="Working Group on Reeds")),
        Contributor(Name("Weiss", "Edda"), Role.EDITOR),
        Contributor(Name("Ahn", "Min"), Role.ADVISOR),
    ),
    issued=Issued(PartialDate(2021, 3, 7)),
    volume="7",
    issue="2",
    pages="101–119",
    number="TR-5",
    publisher=Multilingual.of({"en": "Delta Press"}),
    institution=Multilingual.of({"en": "University of Reeds"}),
    identifiers=(
        Identifier(Scheme.DOI, "10.99999/reeds"),
        Identifier(Scheme.ISSN, "1234-5679"),
        Identifier(Scheme.ISBN, "9783161484100"),
    ),
    languages=("ru",),
)
