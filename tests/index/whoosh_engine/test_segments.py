"""Segments hold what was put into them: built in one run or several, merged, with documents deleted."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import AnalysedDocument, Document, analyse
from index.analysis import Analyser
from index.field import text_fields
from index.similarity import telling
from index.terms import weight_of
from index.whoosh_engine import forward, merging, segments
from index.whoosh_engine.arrays import ArrayFile
from index.whoosh_engine.places import places_of_postings
from index.whoosh_engine.segments import ArraySegment, SegmentBuilder, merged
from index.whoosh_engine.strings import STRETCH, Strings
from index.whoosh_engine.view import (
    FIRST_PLACE,
    LANDMARK,
    POSITION_BITS,
    Postings,
    SegmentView,
    keyword_term,
    number_term,
    signposts_of,
    sort_value,
)
from tests.index.libraries import LIBRARY
from tests.index.shelf import FIELDS, document

NUMBERS = {field.name: number for number, field in enumerate(text_fields(FIELDS))}
WEIGHTS = {field.name: field.weight for field in FIELDS}


def built(folder: Path, documents: Sequence[AnalysedDocument]) -> ArraySegment | None:
    with SegmentBuilder(folder, FIELDS) as builder:
        for each in documents:
            builder.add(each)
        return builder.finish()


def opened(folder: Path, segment: ArraySegment) -> SegmentView:
    view = SegmentView(folder / segment.filename)
    view.verify()
    return view


def lists(postings: Postings) -> dict[str, dict[int, tuple[object, ...]]]:
    """Term -> document -> frequency, mask, places; as far as the space has them."""
    held: dict[str, dict[int, tuple[object, ...]]] = defaultdict(dict)
    for number, term in enumerate(postings.terms):
        first, end = postings.starts[number : number + 2].tolist()
        places: list[list[int]] = []
        if postings.places is not None and postings.place_starts is not None:
            of_term = slice(*postings.place_starts[number : number + 2].tolist())
            for place in postings.places[of_term].tolist():
                if place & FIRST_PLACE:
                    places.append([])
                places[-1].append(place & ~FIRST_PLACE)
        for posting in range(first, end):
            parts: list[object] = []
            if postings.frequencies is not None:
                parts += [float(postings.frequencies[posting]), places[posting - first]]
            if postings.masks is not None:
                parts.append(int(postings.masks[posting]))
            held[term.decode()][int(postings.documents[posting])] = tuple(parts)
    return dict(held)


def expected_words(
    documents: Sequence[AnalysedDocument],
) -> tuple[dict[str, dict[int, tuple[object, ...]]], dict[str, dict[int, tuple[object, ...]]]]:
    places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    frequencies: Counter[tuple[str, int]] = Counter()
    forms: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for number, each in enumerate(documents):
        for field, position, terms, silent in each.occurrences:
            for term in terms:
                places[term][number].append(NUMBERS[field] << POSITION_BITS | position)
                frequencies[term, number] += WEIGHTS[field] * weight_of(term)  # type: ignore[assignment]
            for term in terms + silent:
                if term.startswith(":"):
                    forms[term][number] |= 1 << NUMBERS[field]
    words = {
        term: {
            d: (frequencies[term, d], at, _mask(place >> POSITION_BITS for place in at))
            for d, at in held.items()
        }
        for term, held in places.items()
    }
    return words, {term: {d: (mask,) for d, mask in held.items()} for term, held in forms.items()}


def _mask(numbers: Iterator[int]) -> int:
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask


def assert_holds(view: SegmentView, documents: Sequence[AnalysedDocument]) -> None:
    words, forms = expected_words(documents)
    assert (lists(view.words), lists(view.forms)) == (words, forms)
    assert view.lengths.tolist() == [d.length for d in documents]
    assert [view.stored(n) for n in range(view.size)] == [d.stored for d in documents]
    assert view.fingerprints() == [d.fingerprint for d in documents]
    assert [view.find(d.id.encode()) for d in documents] == list(range(len(documents)))
    assert [view.ids.text(rank) for rank in view.id_ranks] == [d.id for d in documents]
    assert_landmarks(view.words)
    assert_forward(view)
    assert_values(view, documents)


def assert_landmarks(words: Postings) -> None:
    """They lead to the places of any posting."""
    assert words.places is not None
    begins = np.flatnonzero(words.places >= FIRST_PLACE)
    expected = np.split(words.places & ~np.uint32(FIRST_PLACE), begins[1:])
    for step in (1, 3):
        wanted = np.arange(0, len(words.documents), step)
        owners, places = places_of_postings(words, wanted)
        found = [(places[owners == n] & ~np.uint32(FIRST_PLACE)).tolist() for n in range(len(wanted))]
        assert found == [expected[n].tolist() for n in wanted]


def assert_forward(view: SegmentView) -> None:
    """Each document holds the telling words that hold it in more than names, as often as their lists say."""
    held: dict[int, dict[str, object]] = defaultdict(dict)
    for term, postings in lists(view.words).items():
        for n, (frequency, _, mask) in postings.items():
            if telling(term) and mask != 1 << NUMBERS["author"]:
                held[n][term] = frequency
    words = view.words.terms
    holding = Counter(term for own in held.values() for term in own)
    assert view.forward.holding.tolist() == [holding[word.decode()] for word in words]
    for n in range(view.size):
        own = slice(*view.forward.starts[n : n + 2].tolist())
        terms = [words.text(number) for number in view.forward.terms[own]]
        assert terms == sorted(held[n])
        assert dict(zip(terms, view.forward.frequencies[own].tolist(), strict=True)) == held[n]


def assert_values(view: SegmentView, documents: Sequence[AnalysedDocument]) -> None:
    keywords: dict[str, set[int]] = defaultdict(set)
    for n, each in enumerate(documents):
        for field, held in each.keywords.items():
            for value in held:
                keywords[keyword_term(field, value)].add(n)
    assert {term: set(found) for term, found in lists(view.keywords).items()} == keywords
    years = view.number("year")
    assert [
        set(years.documents[slice(*years.starts[years.find(number_term(y)) :][:2])].tolist())
        for y in sorted({y for d in documents for y in d.numbers["year"]})
    ] == [
        {n for n, d in enumerate(documents) if y in d.numbers["year"]}
        for y in sorted({y for d in documents for y in d.numbers["year"]})
    ]
    facet = view.facet("author")
    pairs = list(
        zip((facet.keys.text(k) for k in facet.key_of_pair), map(bytes.decode, facet.labels), strict=True)
    )
    assert pairs == sorted({(v.key, v.label) for d in documents for v in d.facets["author"]})
    assert [[pairs[q] for q in facet.values[slice(*facet.starts[n : n + 2])]] for n in range(view.size)] == [
        [(v.key, v.label) for v in d.facets["author"]] for d in documents
    ]
    by_pair = [(pair, n) for n in range(view.size) for pair in facet.values[slice(*facet.starts[n : n + 2])]]
    assert facet.documents.tolist() == [n for _, n in sorted(by_pair)]
    assert facet.pair_counts.tolist() == np.bincount(facet.values, minlength=len(pairs)).tolist()
    sort = view.sort("title")
    assert [None if rank < 0 else sort.values[rank] for rank in sort.ranks.tolist()] == [
        sort_value(d.sorts["title"]) if "title" in d.sorts else None for d in documents
    ]


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


@settings(max_examples=30)
@given(LIBRARY, st.booleans())
def test_a_segment_holds_its_documents(library: list[Document], shared: bool) -> None:
    analyser = Analyser(FIELDS)
    documents = [analyser.analyse(d) if shared else analyse(d, FIELDS) for d in library]
    with folder() as path:
        segment = built(path, documents)
        assert (segment is None) == (documents == [])
        if segment is not None:
            assert_holds(opened(path, segment), documents)
            assert [file.name for file in path.iterdir()] == [segment.filename]


@settings(max_examples=30)
@given(library=LIBRARY, words=st.integers(1, 10))
def test_runs_come_together(library: list[Document], words: int) -> None:
    documents = [analyse(d, FIELDS) for d in library]
    with pytest.MonkeyPatch.context() as patch, folder() as path:
        patch.setattr(segments, "RUN_WORDS", words)
        patch.setattr(merging, "_CHUNK_ITEMS", words)
        patch.setattr(forward, "_CHUNK_DOCUMENTS", words)
        segment = built(path, documents)
        if segment is not None:
            assert_holds(opened(path, segment), documents)
            assert [file.name for file in path.iterdir()] == [segment.filename]


def test_many_postings_have_landmarks_between_them(tmp_path: Path) -> None:
    analyser = Analyser(FIELDS)
    documents = [
        analyser.analyse(document(f"{n:03}", "open water " * (n % 3), note="water")) for n in range(100)
    ]
    segment = built(tmp_path, documents)
    assert segment is not None
    words = opened(tmp_path, segment).words
    assert words.landmarks is not None
    assert len(words.landmarks) == len(words.documents) // LANDMARK + 2
    assert_landmarks(words)


@settings(max_examples=30)
@given(libraries=st.lists(LIBRARY.filter(bool), min_size=1, max_size=3), dead=st.sets(st.integers(0, 6)))
def test_a_merged_segment_holds_what_lives(libraries: list[list[Document]], dead: set[int]) -> None:
    documents = [
        [analyse(replace(d, id=f"{n}{d.id}"), FIELDS) for d in library] for n, library in enumerate(libraries)
    ]
    living: list[AnalysedDocument] = []
    with folder() as path:
        held = [segment for some in documents if (segment := built(path, some))]
        for segment, some in zip(held, documents, strict=True):
            for number in dead & set(range(len(some))):
                segment.delete_document(number)
            living += [each for number, each in enumerate(some) if number not in dead]
        whole = merged(path, [(segment, opened(path, segment)) for segment in held])
        assert whole.doc_count_all() == len(living)
        assert_holds(opened(path, whole), living)


def test_a_search_among_many_strings_begins_where_some_stand_together(tmp_path: Path) -> None:
    ids = [f"{number:04}" for number in range(2 * STRETCH + 1)]
    segment = built(tmp_path, [analyse(Document(id), FIELDS) for id in ids])
    assert segment is not None
    arrays = ArrayFile(tmp_path / segment.filename)
    signposts = Strings(*(arrays[f"{signposts_of('ids')}.{part}"] for part in ("blob", "starts")))
    assert list(signposts) == [id.encode() for id in ids[::STRETCH]]
    view = opened(tmp_path, segment)
    assert [view.find(id.encode()) for id in ids] == list(range(len(ids)))
