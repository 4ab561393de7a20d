"""Names and places in another script, in other spellings and by initials: the same for every engine."""

import pytest

from index import Document, Field, Kind, LanguageText, Query, SearchEngine, analyse, open_engine
from index.names import name_node
from index.query import Group, Near, Node, Phrase
from index.terms import OTHERWISE, query_terms
from index.tokens import fold

FIELDS = (
    Field("title", Kind.TEXT, weight=3.0),
    Field("abstract", Kind.TEXT),
    Field("author", Kind.TEXT, weight=2.0, names=True),
    Field("venue", Kind.TEXT, names=True),
)


@pytest.fixture
def names(url: str) -> SearchEngine:
    return open_engine(url, FIELDS)


def add(engine: SearchEngine, **authors: str) -> None:
    """A document for each, whose authors stand between semicolons."""
    engine.update([analyse(by(id, *names.split("; ")), FIELDS) for id, names in authors.items()], [])


def by(id: str, *authors: str) -> Document:
    return Document(id, {"author": tuple(LanguageText("mis", name) for name in authors)})


def titled(id: str, title: str, language: str) -> Document:
    return Document(id, {"title": (LanguageText(language, title),)})


def found(engine: SearchEngine, node: Node | None) -> str:
    assert node is not None
    with engine.snapshot() as snapshot:
        return " ".join(sorted(hit.id for hit in snapshot.search(Query(node)).hits))


def word(written: str, *, fields: str = "") -> Group:
    return Group(query_terms(fold(written)), frozenset(fields.split()) or None)


def author(written: str) -> Node | None:
    return name_node(written, frozenset({"author"}), None)


@pytest.mark.parametrize("asked", ["Назарбаев", "Nazarbayev", "Nazarbaev"])
def test_a_name_finds_itself_in_the_other_script_and_in_other_spellings(
    names: SearchEngine, asked: str
) -> None:
    add(names, kk="Нұрсұлтан Назарбаев", en="Nursultan Nazarbayev", fr="N. Nazarbaev", no="Nazarova")
    assert found(names, word(asked)) == "en fr kk"


def test_as_it_is_written_a_name_ranks_first(names: SearchEngine) -> None:
    add(names, a="Nazarbaev", b="Назарбаев", c="Nazarbayev")
    with names.snapshot() as snapshot:
        hits = snapshot.search(Query(word("Nazarbayev"))).hits
    assert hits[0].id == "c"
    assert hits[0].score > hits[1].score


def test_another_spelling_weighs_a_part_of_its_field(names: SearchEngine) -> None:
    names.update([analyse(by("cyrillic", "Щукин"), FIELDS), analyse(by("other", "Ким"), FIELDS)], [])
    with names.snapshot() as snapshot:
        (spelled,) = snapshot.search(Query(Group(("~:ŝukin",)))).hits
        (whole,) = snapshot.search(Query(Group(("ru:щукин",)))).hits
    author_weight = FIELDS[2].weight
    frequency = {term: author_weight * part for term, part in (("whole", 1.0), ("spelled", OTHERWISE))}
    # Both lists hold one document, so that their scores differ by the saturation of the frequency alone.
    norm = 1.2 * (0.25 + 0.75)
    expected = {term: f / (f + norm) for term, f in frequency.items()}
    assert spelled.score / whole.score == pytest.approx(expected["spelled"] / expected["whole"], rel=1e-4)


def test_a_field_may_be_named(names: SearchEngine) -> None:
    add(names, author="Қасым Қайсенов")
    names.update([analyse(titled("title", "Қасым", "kk"), FIELDS)], [])
    assert found(names, word("Kassym", fields="author")) == "author"
    assert found(names, word("Kassym")) == "author title"


def test_places_in_texts_are_found_from_latin_letters(names: SearchEngine) -> None:
    names.update(
        [
            analyse(titled("ru", "Рынок труда Алматы", "ru"), FIELDS),
            analyse(titled("kk", "Астана", "kk"), FIELDS),
        ],
        [],
    )
    assert found(names, word("Almaty")) == "ru"
    assert found(names, word("Astana")) == "kk"


@pytest.mark.parametrize(
    ("asked", "text", "language"),
    [
        ("Nazarbayev", "Политика Назарбаева", "ru"),
        ("Astana", "Жильё в Астане", "ru"),
        ("Karaganda", "Рынок труда в Караганде", "ru"),
        ("Dostoevsky", "Романы Достоевского", "ru"),
        ("Nazarbayev", "Назарбаевтың саясаты", "kk"),
        ("Qazaqstan", "Қазақстандағы көші-қон", "kk"),
    ],
)
def test_names_in_texts_are_found_from_latin_letters_in_any_case(
    names: SearchEngine, asked: str, text: str, language: str
) -> None:
    names.update([analyse(titled("text", text, language), FIELDS)], [])
    assert found(names, word(asked)) == "text"


@pytest.mark.parametrize("asked", ["Иванов", "Иванова", "Иванову", "Ивановых"])
def test_a_russian_name_is_found_in_any_case_from_any(names: SearchEngine, asked: str) -> None:
    texts = {"a": "Иванов", "b": "О работах Иванова", "c": "Памяти Ивановых", "d": "Ивановичи"}
    names.update([analyse(titled(id, text, "ru"), FIELDS) for id, text in texts.items()], [])
    assert found(names, word(asked)) == "a b c"


def test_where_russian_has_two_letters_for_one(names: SearchEngine) -> None:
    names.update([analyse(titled("ru", "В Таджикистане", "ru"), FIELDS)], [])
    names.update([analyse(titled("en", "Tajikistan", "en"), FIELDS)], [])
    assert found(names, word("Tajikistan")) == found(names, word("Таджикистан")) == "en ru"


def test_places_in_english_texts_are_found_from_cyrillic_letters(names: SearchEngine) -> None:
    names.update([analyse(titled("en", "Housing in Almaty and at Nazarbayev University", "en"), FIELDS)], [])
    assert found(names, word("Алматы")) == "en"
    assert found(names, word("Назарбаев")) == "en"


def test_words_of_english_texts_have_no_other_spelling(names: SearchEngine) -> None:
    names.update([analyse(titled("en", "The city of Los Santos", "en"), FIELDS)], [])
    assert found(names, word("loss")) == ""


@pytest.mark.parametrize("asked", ["қазақстанның", "казакстан", "казакстанда", "Қазақстан"])
def test_kazakh_is_found_without_its_letters(names: SearchEngine, asked: str) -> None:
    names.update([analyse(titled("kk", "Қазақстанда көші-қон", "kk"), FIELDS)], [])
    assert found(names, word(asked)) == "kk"


def test_kazakh_letters_find_what_was_typed_without_them(names: SearchEngine) -> None:
    names.update([analyse(titled("ru", "Касым", "ru"), FIELDS)], [])
    assert found(names, word("Қасым")) == "ru"


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("Knuth, D", "donald initials listed"),
        ("Knuth, D.", "donald initials listed"),
        ("Knuth, Donald", "donald initials listed"),
        ("Knuth, D E", "donald initials listed"),
        ("Knuth, D. Z.", "donald initials listed"),
        ("Knuth, Donald E.", "donald initials listed"),
        ("Knuth, Edgar D.", "donald initials"),
        ("Knuth, Jr, Donald", "donald initials listed"),
        ("Knuth, E", "donald ernest initials"),
        ("Knuth, Ernest", "donald ernest initials"),
        ("Knuth, K", ""),
        ("Knuth", "apart donald ernest initials listed"),
        ("D. Knuth", "donald initials listed"),
        ("D. E. Knuth", "donald initials listed"),
        ("Donald E. Knuth", "donald listed"),
        ("E. Knuth", "donald ernest initials"),
    ],
)
def test_given_names_and_initials_find_each_other(names: SearchEngine, asked: str, ids: str) -> None:
    add(
        names,
        donald="Donald E. Knuth",
        initials="D. E. Knuth",
        listed="Knuth, Donald",
        ernest="Ernest Knuth",
        apart="Deniz Ode; Bea Knuth-Meyer",
    )
    assert found(names, author(asked)) == ids


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("Knuth, Donald E.", ["full", "initials", "listed", "short"]),
        ("Knuth, D. E.", ["full", "initials", "listed", "short"]),
        ("Donald E. Knuth", ["full", "listed"]),
    ],
)
def test_further_given_names_only_tell_what_comes_first(
    names: SearchEngine, asked: str, ids: list[str]
) -> None:
    add(
        names,
        full="Donald E. Knuth",
        initials="D. E. Knuth",
        listed="Donald Knuth",
        short="D. Knuth",
        e="E. Knuth",
    )
    node = author(asked)
    assert node is not None
    with names.snapshot() as snapshot:
        hits = snapshot.search(Query(node)).hits
    assert sorted(hit.id for hit in hits) == ids
    scores = {hit.id: hit.score for hit in hits}
    assert scores["full"] > scores["listed"]
    assert hits[0].id in ("full", "initials")


def test_what_has_the_given_name_comes_before_its_initial(names: SearchEngine) -> None:
    add(names, a="D. Knuth", b="Donald Knuth")
    node = author("Knuth, Donald")
    assert node is not None
    with names.snapshot() as snapshot:
        assert [hit.id for hit in snapshot.search(Query(node)).hits] == ["b", "a"]


def test_a_short_given_name_may_stand_as_its_initial(names: SearchEngine) -> None:
    add(names, full="Bo Wang", initial="B. Wang", other="Li Wang")
    assert found(names, author("Wang, Bo")) == "full initial"


def test_one_place_is_not_two_words(names: SearchEngine) -> None:
    both = Near((query_terms("kassym"), query_terms("kasym")), 3)
    add(names, once="Қасым Ода", twice="Қасым Ода Касым")
    assert found(names, both) == "twice"


def test_a_phrase_goes_by_other_spellings(names: SearchEngine) -> None:
    add(names, right="Қасым Ода", wrong="Ода Қасым", apart="Қасым; Ода")
    assert found(names, Phrase((query_terms("kassym"), query_terms("oda")))) == "right"


def test_initials_are_those_of_people(names: SearchEngine) -> None:
    venue = Document("venue", {"venue": (LanguageText("en", "Bulletin"),)})
    names.update([analyse(venue, FIELDS), analyse(by("author", "Bea"), FIELDS)], [])
    assert found(names, Group(query_terms("b", initial=True))) == "author"


def test_a_name_is_looked_for_within_one_name(names: SearchEngine) -> None:
    add(names, together="Anna Ode", apart="Anna Müller; Bea Ode")
    assert found(names, author("Ode, A")) == "together"


def test_a_family_name_of_several_words_stays_in_order(names: SearchEngine) -> None:
    add(names, right="Jan van der Berg", wrong="Jan der van Berg")
    assert found(names, author("van der Berg, J.")) == "right"


@pytest.mark.parametrize(
    "asked", ["Есімова Ш.", "Yessimova Sh.", "Esimova, Sh", "Есімова, Шолпан", "Есимова Ш."]
)
def test_initials_are_found_across_scripts(names: SearchEngine, asked: str) -> None:
    add(
        names,
        kk="Шолпан Есімова",
        short="Есімова Ш. А.",
        en="Sholpan Yessimova",
        passport="Yessimova, Sh.",
        other="Айгүл Есімова",
        latin="A. Esimova",
    )
    assert found(names, author(asked)) == "en kk passport short"


@pytest.mark.parametrize(
    ("asked", "full"), [("Ю", "Yuliya"), ("Yu", "Юлия"), ("Ж", "Zhanar"), ("Zh", "Жанар"), ("J", "Жанар")]
)
def test_letters_that_stand_for_one_are_an_initial(names: SearchEngine, asked: str, full: str) -> None:
    add(names, full=f"{full} Ким", other="Олег Ким")
    assert found(names, author(f"Kim, {asked}")) == "full"
