"""A small invented library and short ways to ask an engine about it, for the tests of `index`."""

from collections.abc import Iterable

from index import (
    Document,
    FacetValue,
    Field,
    Kind,
    LanguageText,
    Query,
    SearchEngine,
    Snapshot,
    analyse,
    analyse_query,
    parse,
)

FIELDS = (
    Field("title", Kind.TEXT, weight=3.0, sort=True),
    Field("abstract", Kind.TEXT),
    Field("year", Kind.NUMBER, facet=True, sort=True),
    Field("note", Kind.TEXT, default=False),
    Field("author", Kind.TEXT, weight=2.0, facet=True, suggest=True, names=True),
    Field("key", Kind.KEYWORD),
    Field("type", Kind.KEYWORD, default=False, facet=True),
)


def document(
    id: str,
    title: str = "",
    *,
    language: str = "en",
    abstract: str = "",
    note: str = "",
    authors: Iterable[str] = (),
    year: int | None = None,
    type: str = "article",
    fingerprint: str = "1",
) -> Document:
    """A document of the shelf; what is not given is absent."""
    years = () if year is None else (year,)
    return Document(
        id=id,
        texts={
            "title": (LanguageText(language, title),),
            "abstract": (LanguageText("und", abstract),),
            "note": (LanguageText("und", note),),
            "author": tuple(LanguageText("mis", name) for name in authors),
        },
        terms={"key": (id,), "type": (type,)},
        numbers={"year": years},
        facets={
            "author": tuple(FacetValue(name.casefold(), name) for name in authors),
            "year": tuple(FacetValue(str(y), str(y)) for y in years),
            "type": (FacetValue(type, type.title()),),
        },
        sorts={"title": title.casefold(), **({} if year is None else {"year": year})},
        stored=f"<{id}>",
        fingerprint=fingerprint,
    )


SHELF = (
    document("ada", "Migration and labour", authors=["Müller, Anna", "Ode, Bea"], year=2019),
    document("bo", "Gender-sensitive migration policy", authors=["Müller, Anna"], year=2021, type="book"),
    document("cy", "L'état et le genre", language="fr", authors=["Çelik, Deniz"], year=2020),
    document("di", "Миграция женщин", language="ru", abstract="Women who migrate alone", year=2021),
    document("ed", "Көші-қон саясаты", language="kk", abstract="The EU's policy by e-mail", type="report"),
    document(
        "fay", "The policy of labour", note="migration", authors=["MÜLLER, ANNA"], year=2019, type="book"
    ),
)


def fill(engine: SearchEngine, documents: Iterable[Document] = SHELF, **more: bytes) -> int:
    """Add documents in one update."""
    return engine.update([analyse(d, FIELDS) for d in documents], [], attachment=more.get("attachment"))


def query(text: str) -> Query:
    """The query that a person types."""
    return Query(analyse_query(parse(text, FIELDS, {"ti": "title"}).tree, FIELDS))


def found(snapshot: Snapshot, text: str) -> set[str]:
    """The ids that a typed query finds."""
    return {hit.id for hit in snapshot.scan(query(text))}
