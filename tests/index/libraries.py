"""Small random libraries, of few words that meet often, in several scripts and spellings."""

from hypothesis import strategies as st

from index import Document, FacetValue, LanguageText

WORDS = "migrate migration migrants the labour état etat EU's e-mail email труда миграция қон 2020 x".split()
NAMES = "Yessenov Есенов есенова Қасым Касым Kassym Sh Ш Шолпан Sholpan Julia Юлия O'Brien loss Los".split()

_PASSAGE = st.builds(
    LanguageText,
    st.sampled_from(["en", "ru", "kk", "fr", "und", "mis"]),
    st.lists(st.sampled_from([*WORDS, *NAMES])).map(" ".join),
)
_PASSAGES = st.lists(_PASSAGE, max_size=2).map(tuple)
_FACET = st.builds(FacetValue, st.sampled_from(["a", "b", "c"]), st.sampled_from(["A", "B, C"]))
DOCUMENT = st.builds(
    Document,
    id=st.sampled_from("abcdefg"),
    texts=st.fixed_dictionaries(
        {"title": _PASSAGES, "abstract": _PASSAGES, "note": _PASSAGES, "author": _PASSAGES}
    ),
    terms=st.fixed_dictionaries({"key": st.lists(st.sampled_from(["K:1", "k2", "Email"])).map(tuple)}),
    numbers=st.fixed_dictionaries({"year": st.lists(st.integers(-5, 2021), max_size=2).map(tuple)}),
    facets=st.fixed_dictionaries({"author": st.lists(_FACET, max_size=3).map(tuple)}),
    sorts=st.fixed_dictionaries(
        {}, optional={"year": st.integers(0, 3), "title": st.sampled_from(["", "я", "z"])}
    ),
    stored=st.text(max_size=5),
    fingerprint=st.text(max_size=3),
)
LIBRARY = st.lists(DOCUMENT, unique_by=lambda d: d.id)
