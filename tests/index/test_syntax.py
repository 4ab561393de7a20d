"""What a person types, and that nothing typed ever fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Match, Notice, NoticeCode, Tree, analyse_query, parse
from index.field_names import Aliases
from index.query import Nothing
from index.syntax import MAX_DEPTH, MAX_LENGTH, MAX_PREFIXES, MAX_WORDS
from index.syntax_tree import (
    And,
    Anything,
    Beginning,
    Between,
    Nearby,
    Or,
    Pattern,
    Quoted,
    Required,
    Sequence,
    Similar,
    Weighted,
    Without,
    Word,
)
from tests.index.shelf import FIELDS

ALIASES: Aliases = {
    "ti": "title",
    "jahr": "year",
    "gone": "no-such-field",
    "title-abs": ("title", "abstract"),
    "key(": "author",
    "ключевые слова": "note",
    "pubyear": "year",
    "all": (),
    "affil": None,
    "ad=": None,
}


BOTH = ("title", "abstract")


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(Word(text) for text in texts)


def leaves(tree: Tree | None) -> list[Tree]:
    match tree:
        case None:
            return []
        case Sequence(children) | And(children) | Or(children) | Nearby(children):
            return [leaf for child in children for leaf in leaves(child)]
        case Without(child) | Required(child) | Weighted(child):
            return leaves(child)
        case _:
            return [tree]


def depth(tree: Tree | None) -> int:
    match tree:
        case Sequence(children) | And(children) | Or(children):
            return 1 + max(depth(child) for child in children)
        case Without(child) | Required(child) | Weighted(child):
            return 1 + depth(child)
        case _:
            return 0


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Anything()),
        ("*", Anything()),
        ("gender", Word("gender")),
        ("gender roles", Sequence(words("gender", "roles"))),
        ("gender AND roles", And(words("gender", "roles"))),
        ("a b AND c", And((Sequence(words("a", "b")), Word("c")))),
        ("a AND b OR c AND d", Or((And(words("a", "b")), And(words("c", "d"))))),
        ("a AND -b c", And((Word("a"), Sequence((Without(Word("b")), Word("c")))))),
        ("+(a b) c", Sequence((Required(Sequence(words("a", "b"))), Word("c")))),
        ("OR a b", Sequence(words("or", "a", "b"))),
        ("OR OR a OR b", Or((Sequence(words("or", "a")), Word("b")))),
        ("AND OR", Sequence(words("and", "or"))),
        ("a b OR c", Or((Sequence(words("a", "b")), Word("c")))),
        ("a (b OR c)", Sequence((Word("a"), Or(words("b", "c"))))),
        ("-a", Without(Word("a"))),
        ("NOT -a", Word("a")),
        ("a -b +c", Sequence((Word("a"), Without(Word("b")), Word("c", keep=True)))),
        ("a - b", Sequence(words("a", "b"))),
        ("and or not", Sequence(words("and", "or", "not"))),
        ('"a b"', Quoted("a b")),
        ("«a b» „c d“", Sequence((Quoted("a b"), Quoted("c d")))),
        ("-title:a", Without(Word("a", "title", keep=True))),
        ("TITLE:a", Word("a", "title", keep=True)),
        ("title: a", Word("a", "title", keep=True)),
        ('ti:"a b"', Quoted("a b", "title")),
        ("title:(a OR b)", Or((Word("a", "title"), Word("b", "title")))),
        ("title:(a year:2020)", Sequence((Word("a", "title"), Between("year", 2020, 2020)))),
        ("migr*", Beginning("migr")),
        ("title:migr*", Beginning("migr", "title")),
        ('"a b"~5', Quoted("a b", distance=5)),
        ('title:"a b"~5', Quoted("a b", "title", 5)),
        ('"a b"~x', Sequence((Quoted("a b"), Word("~x")))),
        ("wom?n", Pattern("wom?n")),
        ("mi*tion*", Pattern("mi*tion*")),
        ("title:mi*tion", Pattern("mi*tion", "title")),
        ("what is gender?", Sequence(words("what", "is", "gender?"))),
        ("https://example.org/?a=b", Word("https://example.org/?a=b")),
        ("gendre~", Similar("gendre", 2)),
        ("gende~", Similar("gende", 1)),
        ("gende~3 gende~0.8", Sequence((Similar("gende", 2), Similar("gende", 1)))),
        ("title:gendre~1", Similar("gendre", 1, "title")),
        ("~", None),
        ("gender^2", Weighted(Word("gender"), 2.0)),
        ('"a b"^0.5 c', Sequence((Weighted(Quoted("a b"), 0.5), Word("c")))),
        ("(a OR b)^3", Weighted(Or(words("a", "b")), 3.0)),
        ("-a^2", Without(Weighted(Word("a"), 2.0))),
        ("mi*tion^0", Weighted(Pattern("mi*tion"), 0.01)),
        ("a^1000 b", Sequence((Weighted(Word("a"), 100.0), Word("b")))),
        ("a ^2", Sequence(words("a", "^2"))),
        ("a^b", Word("a^b")),
        ("year:2019", Between("year", 2019, 2019)),
        ("year:2019..2021", Between("year", 2019, 2021)),
        ("year:2021..2019", Between("year", 2019, 2021)),
        ("year:2019-2021", Between("year", 2019, 2021)),
        ("year:2019..", Between("year", 2019, None)),
        ("year:2019-", Between("year", 2019, None)),
        ("year:..2021", Between("year", None, 2021)),
        ("year:>2020", Between("year", 2021, None)),
        ("year:>= 2020", Between("year", 2020, None)),
        ("year:<2020", Between("year", None, 2019)),
        ("year:<=2020", Between("year", None, 2020)),
        ("year:-44", Between("year", -44, -44)),
        ("Jahr:2020", Between("year", 2020, 2020)),
        ("year:(2019 OR >2021)", Or((Between("year", 2019, 2019), Between("year", 2022, None)))),
        ("https://example.org/a", Word("https://example.org/a")),
        ("10.1000/x(1)y", Word("10.1000/x(1)y")),
        ("key:10.1016/S0140-6736(97)11096-0", Word("10.1016/S0140-6736(97)11096-0", "key", keep=True)),
        ("a NOT(b)", Sequence((Word("a"), Without(Word("b"))))),
        ("(a)OR(b c)", Or((Word("a"), Sequence(words("b", "c"))))),
        ("C: a study", Sequence(words("C:", "a", "study"))),
        ("don't", Word("don't")),
        ("key:doi:10/x", Word("doi:10/x", "key", keep=True)),
        ('„a b“ “a b” ‘a b’ ‚a b‘ ‹a b› »a b« „a b"', Sequence((Quoted("a b"),) * 7)),
        ("«a „b“ c»", Quoted("a „b“ c")),
        ('"migra*" "wom?n"', Sequence((Beginning("migra"), Pattern("wom?n")))),
        ('"labour migra* wom?n"', And((Word("labour"), Beginning("migra"), Pattern("wom?n")))),
        ('title:"labour migra*"', And((Word("labour", "title"), Beginning("migra", "title")))),
        ('"what is gender?"', Quoted("what is gender?")),
        ("‘women’s work’", Quoted("women’s work")),
        ("'women's work' a", Sequence((Quoted("women's work"), Word("a")))),
        ("'Abd al-'Aziz women's", Sequence(words("'Abd", "al-'Aziz", "women's"))),
        ("workers' rights, women's work", Sequence(words("workers'", "rights,", "women's", "work"))),
        ("women’s ‘work", Sequence(words("women’s", "‘work"))),
        ("TITLE-ABS(a AND bc*)", And((Word("a", BOTH), Beginning("bc", BOTH)))),
        ("title-abs ( a )", Word("a", BOTH)),
        ("title(a)", Word("title(a)")),
        ("KEY(a)", Word("a", "author")),
        ("KEY:a", Word("a", "key", keep=True)),
        ("ti=a", Word("a", "title", keep=True)),
        ("TI = (a OR b)", Or((Word("a", "title"), Word("b", "title")))),
        ("p=0.05", Word("p=0.05")),
        ("ALL(a)", Word("a")),
        ("ключевые слова:a b", Sequence((Word("a", "note", keep=True), Word("b")))),
        ("gender title:a", Sequence((Word("gender"), Word("a", "title", keep=True)))),
        ("PUBYEAR > 2020", Between("year", 2021, None)),
        ("PUBYEAR AFT 2020", Between("year", 2021, None)),
        ("PUBYEAR BEF 2020", Between("year", None, 2019)),
        ("PUBYEAR IS 2020", Between("year", 2020, 2020)),
        ("PUBYEAR = 2020", Between("year", 2020, 2020)),
        ("year=2019-21", Between("year", 2019, 2021)),
        ("year:[2019 TO 2021]", Between("year", 2019, 2021)),
        ("year:[* TO 2021]", Between("year", None, 2021)),
        ("year:2019, a", Sequence((Between("year", 2019, 2019), Word("a")))),
        ("a AND NOT b", And((Word("a"), Without(Word("b"))))),
        ("a И b ИЛИ НЕ c", Or((And(words("a", "b")), Without(Word("c"))))),
        ("a ЖӘНЕ b НЕМЕСЕ ЕМЕС c", Or((And(words("a", "b")), Without(Word("c"))))),
        ("a и b", Sequence(words("a", "и", "b"))),
        ("a W/5 b", Nearby(words("a", "b"), (5,))),
        ("a pre/5 b NEAR/3 c", Nearby(words("a", "b", "c"), (5, 3))),
        ('"a b" W/5 (c OR d) e', Sequence((Nearby((Quoted("a b"), Or(words("c", "d"))), (5,)), Word("e")))),
        ("title:(a W/5 b)", Nearby((Word("a", "title"), Word("b", "title")), (5,))),
        ("b/w 5", Sequence(words("b/w", "5"))),
        ("a;b", Sequence(words("a", "b"))),
        ("a,b;cc*, d", Sequence((*words("a", "b"), Beginning("cc"), Word("d")))),
        ("a,b,", Sequence(words("a", "b"))),
        ("-a,b", Without(Sequence(words("a", "b")))),
        ("title:a;b c", Sequence((Word("a", "title"), Word("b", "title"), Word("c")))),
        ("author:a,b", Word("a,b", "author", keep=True)),
        ("1,000 10.1000/a,b f(a,b) a,", Sequence(words("1,000", "10.1000/a,b", "f(a,b)", "a,"))),
        ("AFFIL(a) b", Sequence(words("a", "b"))),
        ("AD=a", Word("a")),
        ("ad:a", Word("ad:a")),
    ],
)
def test_reads(text: str, tree: Tree | None) -> None:
    assert parse(text, FIELDS, ALIASES).tree == tree


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("?!", Notice(NoticeCode.NO_WORDS)),
        ("colour:red", Notice(NoticeCode.UNKNOWN_FIELD, ("colour",))),
        ("цвет:красный", Notice(NoticeCode.UNKNOWN_FIELD, ("цвет",))),
        ("LIMIT-TO ( red )", Notice(NoticeCode.UNKNOWN_FIELD, ("LIMIT-TO",))),
        ("AFFIL(red)", Notice(NoticeCode.LACKING_FIELD, ("AFFIL",))),
        ("affil:red", Notice(NoticeCode.LACKING_FIELD, ("affil",))),
        ("AD=(red)", Notice(NoticeCode.LACKING_FIELD, ("AD",))),
        ("colour:1234", Notice(NoticeCode.UNKNOWN_FIELD, ("colour",))),
        ("gone:red", Notice(NoticeCode.UNKNOWN_FIELD, ("gone",))),
        ("year:soon", Notice(NoticeCode.BAD_RANGE, ("year", "soon"))),
        ('"a b', Notice(NoticeCode.UNCLOSED_QUOTE)),
        ("(a", Notice(NoticeCode.UNBALANCED_PARENTHESIS)),
        ("a)", Notice(NoticeCode.UNBALANCED_PARENTHESIS)),
        ("a OR", Notice(NoticeCode.DANGLING_OPERATOR, ("OR",))),
        ("AND a", Notice(NoticeCode.DANGLING_OPERATOR, ("AND",))),
        ("a NOT", Notice(NoticeCode.DANGLING_OPERATOR, ("NOT",))),
        ("a W/5", Notice(NoticeCode.DANGLING_OPERATOR, ("W/5",))),
        ("W/5 a", Notice(NoticeCode.DANGLING_OPERATOR, ("W/5",))),
        ("ab* W/5 b", Notice(NoticeCode.NOT_NEAR, ("W/5",))),
        ("a W/5 -b", Notice(NoticeCode.NOT_NEAR, ("W/5",))),
        ("m*", Notice(NoticeCode.SHORT_PREFIX, ("m", "2"))),
        ('"labour migra*"', Notice(NoticeCode.PATTERN_IN_PHRASE, ("labour migra*",))),
        ("*tion", Notice(NoticeCode.SHORT_PREFIX, ("*tion", "2"))),
        ("m*n", Notice(NoticeCode.SHORT_PREFIX, ("m*n", "2"))),
        ("a " * MAX_LENGTH, Notice(NoticeCode.TOO_LONG, (str(MAX_LENGTH),))),
        ("a " * (MAX_WORDS + 1), Notice(NoticeCode.TOO_MANY_WORDS, (str(MAX_WORDS),))),
        ("(" * (MAX_DEPTH + 1) + "a", Notice(NoticeCode.TOO_DEEP, (str(MAX_DEPTH),))),
        ("ab~ " * (MAX_PREFIXES + 1), Notice(NoticeCode.TOO_MANY_PREFIXES, (str(MAX_PREFIXES),))),
        ("ab* " * (MAX_PREFIXES + 1), Notice(NoticeCode.TOO_MANY_PREFIXES, (str(MAX_PREFIXES),))),
    ],
)
def test_tells(text: str, notice: Notice) -> None:
    assert notice in parse(text, FIELDS, ALIASES).notices


@pytest.mark.parametrize(
    "text", ["gender", 'title:"a b" OR (c -d)', "https://example.org", "10.1000/xyz", "year:>2020", "C: a b"]
)
def test_says_nothing_where_all_is_well(text: str) -> None:
    assert parse(text, FIELDS, ALIASES).notices == ()


@pytest.mark.parametrize("text", ["year:soon", "colour:red", '"red', "red)", "red OR", "OR red", "r*"])
def test_what_cannot_be_read_is_searched_as_words(text: str) -> None:
    assert any(isinstance(leaf, Word) for leaf in leaves(parse(text, FIELDS).tree))


_SIGNS = "()\"'«»‘„“*?~^2:+-<>.,; "
_PARTS = "AND OR NOT НЕ И title: year: key: 2019.. a қ W/3 TITLE-ABS( PUBYEAR> ti=".split()
_SYNTAX = st.lists(st.sampled_from([*_SIGNS, " ", *_PARTS])).map("".join)


@given(st.text() | _SYNTAX)
def test_never_fails_and_stays_bounded(text: str) -> None:
    tree = parse(text, FIELDS, ALIASES).tree
    for match in Match:
        analyse_query(tree, FIELDS, None, match)
    assert len(leaves(tree)) <= MAX_WORDS
    assert depth(tree) <= 6 * MAX_DEPTH + 6
    assert sum(isinstance(leaf, Beginning | Pattern | Similar) for leaf in leaves(tree)) <= MAX_PREFIXES


@given(st.text() | _SYNTAX)
def test_says_so_when_nothing_can_be_searched(text: str) -> None:
    parsed = parse(text, FIELDS, ALIASES)
    assert (parsed.tree is None) == (Notice(NoticeCode.NO_WORDS) in parsed.notices)


@given(st.text())
def test_nothing_searchable_finds_nothing(text: str) -> None:
    parsed = parse(text, FIELDS)
    assert parsed.tree is not None or analyse_query(parsed.tree, FIELDS) == Nothing()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 2000 + "a" + ")" * 2000,
        "NOT " * 500 + "a",
        "-(" * 1000 + "a",
        "title:" * 400,
        '"' * 2000,
        "a-" * 900,
    ],
)
def test_hostile_queries_stay_small(text: str) -> None:
    assert len(leaves(parse(text, FIELDS).tree)) <= MAX_WORDS
