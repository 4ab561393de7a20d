"""How names in a field are read, and what the writer is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import Name
from catalogue.sources.names import parse_names


def name(source: str) -> Name:
    [found] = parse_names(source).names
    return found


def families(source: str) -> list[str]:
    return [found.literal or found.family for found in parse_names(source).names]


class TestOneName:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("Mira Solveig Aldane", Name("Aldane", "Mira Solveig")),
            ("Aldane", Name("Aldane")),
            ("Ludwig van der Meer", Name("Meer", "Ludwig", "van der")),
            ("van Meer", Name("Meer", prefix="van")),
            ("de la Roche Noire, Jean", Name("Roche Noire", "Jean", "de la")),
            ("Aldane, Jr, Mira", Name("Aldane", "Mira", suffix="Jr")),
            ("von Aldane, III, Mira Solveig", Name("Aldane", "Mira Solveig", "von", "III")),
            ("Brinch Hansen, Per", Name("Brinch Hansen", "Per")),
            (r"{\'E}tienne de {\L}odz", Name("Łodz", "Étienne", "de")),
            (r"\'etienne Noir", Name("Noir", prefix="étienne")),
            (r"Mira {de l'}Aldane", Name("de l'Aldane", "Mira")),
            (r"Mira~S.\ Aldane", Name("Aldane", "Mira S.")),
            ("{Mira Anna} Aldane", Name("Aldane", "Mira Anna")),
            ("Фридрих фон Альдан", Name("Альдан", "Фридрих", "фон")),
            ("Н.А. Альданов", Name("Альданов", "Н.А.")),
            ("Альданов, Н. А.", Name("Альданов", "Н. А.")),
            ("李 小龙", Name("小龙", "李")),
            ("Mira Aldane 0001", Name("Aldane", "Mira")),
        ],
    )
    def test_parts(self, source: str, expected: Name) -> None:
        assert (name(source), parse_names(source).advice) == (expected, ())

    @pytest.mark.parametrize(
        "source",
        [
            "{Centre for Rivers and Lakes}",
            "{{Centre for Rivers and Lakes}}",
            " {Centre for {Rivers} and Lakes} ",
        ],
    )
    def test_braces_around_all_of_it_make_an_organisation(self, source: str) -> None:
        assert name(source) == Name(literal="Centre for Rivers and Lakes")

    def test_a_special_character_is_no_organisation(self) -> None:
        assert name(r"{\'Eluard}") == Name("Éluard")

    @pytest.mark.parametrize(
        "source",
        [
            "given=Mira Solveig, family=Aldane, prefix=van, suffix=Jr",
            "family = {Aldane}, prefix={van}, given={Mira Solveig}, given-i=M, suffix=Jr, useprefix=true",
            '"family=Aldane", "given=Mira Solveig", prefix=van, suffix=Jr',
        ],
    )
    def test_biblatex_names_the_parts(self, source: str) -> None:
        assert name(source) == Name("Aldane", "Mira Solveig", "van", "Jr")


class TestLists:
    @pytest.mark.parametrize(
        "source", ["Ann Bo and Cy Do", "Ann Bo AND Cy Do", "Ann Bo\n  and\n  Cy Do", "Bo, Ann and Do, Cy"]
    )
    def test_and_joins_names(self, source: str) -> None:
        assert families(source) == ["Bo", "Do"]

    def test_and_in_braces_or_in_a_word_joins_nothing(self) -> None:
        assert families("{Bo and Do} and Sandra Land") == ["Bo and Do", "Land"]

    def test_others_is_no_name(self) -> None:
        found = parse_names("Ann Bo and others")
        assert (found.names, found.others, found.advice) == ((Name("Bo", "Ann"),), True, ())

    @pytest.mark.parametrize("source", ["", "  ", "\n"])
    def test_nothing_holds_nobody(self, source: str) -> None:
        assert parse_names(source).names == ()

    def test_options_of_a_list_are_no_name(self) -> None:
        assert families("useprefix=false and Bo, Ann") == ["Bo"]


ADVISED = {
    "initials behind": ("Альданов Н.А.", [Name("Альданов", "Н. А.")], "name-order", "Альданов, Н. А."),
    "initials apart": ("Aldanov N. A.", [Name("Aldanov", "N. A.")], "name-order", "Aldanov, N. A."),
    "initials of two letters": ("Aldanov Yu.", [Name("Aldanov", "Yu.")], "name-order", "Aldanov, Yu."),
    "a Kazakh patronymic": (
        "Алданов Нұрлан Ерікұлы",
        [Name("Алданов", "Нұрлан Ерікұлы")],
        "name-order",
        "Алданов, Нұрлан Ерікұлы",
    ),
    "a patronymic in two words": (
        "Алданова Айгүл Ерік қызы",
        [Name("Алданова", "Айгүл Ерік қызы")],
        "name-order",
        "Алданова, Айгүл Ерік қызы",
    ),
    "a romanised patronymic": (
        "Aldanova Aigul Yerikqyzy",
        [Name("Aldanova", "Aigul Yerikqyzy")],
        "name-order",
        "Aldanova, Aigul Yerikqyzy",
    ),
    "a Russian patronymic": (
        "Альданова Анна Ивановна",
        [Name("Альданова", "Анна Ивановна")],
        "name-order",
        "Альданова, Анна Ивановна",
    ),
    "commas after initials": (
        "Альданов Н.А., Берёзова И.",
        [Name("Альданов", "Н. А."), Name("Берёзова", "И.")],
        "name-list",
        "Альданов, Н. А. and Берёзова, И.",
    ),
    "commas throughout": (
        "Aldane, M. S., de Boer, J.",
        [Name("Aldane", "M. S."), Name("Boer", "J.", "de")],
        "name-list",
        "Aldane, M. S. and de Boer, J.",
    ),
    "semicolons": (
        "Aldane, Mira; Boer, Jan",
        [Name("Aldane", "Mira"), Name("Boer", "Jan")],
        "name-list",
        "Aldane, Mira and Boer, Jan",
    ),
    "и": (
        "Альданов Н. А. и Берёзова И.",
        [Name("Альданов", "Н. А."), Name("Берёзова", "И.")],
        "name-list",
        "Альданов, Н. А. and Берёзова, И.",
    ),
    "және": (
        "Алданов, Н. Ә. және Бұлан, Айгүл Ерік қызы",
        [Name("Алданов", "Н. Ә."), Name("Бұлан", "Айгүл Ерік қызы")],
        "name-list",
        "Алданов, Н. Ә. and Бұлан, Айгүл Ерік қызы",
    ),
    "мен": (
        "Н. Ә. Алданов мен Бұлан Айгүл Ерікқызы",
        [Name("Алданов", "Н. Ә."), Name("Бұлан", "Айгүл Ерікқызы")],
        "name-list",
        "Алданов, Н. Ә. and Бұлан, Айгүл Ерікқызы",
    ),
    "&": (
        r"Aldane, M. S. \& de Boer, Jan",
        [Name("Aldane", "M. S."), Name("Boer", "Jan", "de")],
        "name-list",
        "Aldane, M. S. and de Boer, Jan",
    ),
    "commas, and и before the last": (
        "Альданов Н. А., Берёзова И. и В. Волков",
        [Name("Альданов", "Н. А."), Name("Берёзова", "И."), Name("Волков", "В.")],
        "name-list",
        "Альданов, Н. А. and Берёзова, И. and Волков, В.",
    ),
    "commas throughout, and & before the last": (
        "Aldane, M. S., de Boer, J. & Cole, R.",
        [Name("Aldane", "M. S."), Name("Boer", "J.", "de"), Name("Cole", "R.")],
        "name-list",
        "Aldane, M. S. and de Boer, J. and Cole, R.",
    ),
    "semicolons, and и before the last": (
        "Альданов, Нил; Берёзова, И. и Волков, В.",
        [Name("Альданов", "Нил"), Name("Берёзова", "И."), Name("Волков", "В.")],
        "name-list",
        "Альданов, Нил and Берёзова, И. and Волков, В.",
    ),
    "a comma at the end": ("Aldane, Mira,", [Name("Aldane", "Mira")], "name-comma", "Aldane, Mira"),
    "too many commas": (
        "Aldane, Jr, Mira, Dr",
        [Name("Aldane", "Mira Dr", suffix="Jr")],
        "name-comma",
        "Aldane, Jr, Mira Dr",
    ),
    "names joined by commas": (
        "Алданова, Мира, Буранов, Пётр",
        [Name("Алданова", "Буранов Пётр", suffix="Мира")],
        "name-comma",
        "Алданова, Мира and Буранов, Пётр",
    ),
    "and et al.": ("Aldane, Mira and et al.", [Name("Aldane", "Mira")], "name-et-al", "… and others"),
    "et al.": ("Mira Aldane et al.", [Name("Aldane", "Mira")], "name-et-al", "… and others"),
    "и др.": ("Альданов, Н. и др.", [Name("Альданов", "Н.")], "name-et-al", "… and others"),
    "et al. behind a semicolon": (
        "Aldane, Mira; et al.",
        [Name("Aldane", "Mira")],
        "name-et-al",
        "… and others",
    ),
    "full names, which may be those of one organisation": (
        "Нил Альданов и Берёзова И.",
        [Name("Нил Альданов и Берёзова", "И.")],
        "name-conjunction",
        "{Нил Альданов и Берёзова И.} if it is one organisation, A and B if they are people",
    ),
    "and at the end": ("Mira Aldane and", [Name("Aldane", "Mira")], "name-empty", "A and B"),
}


@pytest.mark.parametrize(("source", "names", "code", "write"), ADVISED.values(), ids=ADVISED)
class TestAdvice:
    def test_the_name_is_read_as_meant(self, source: str, names: list[Name], code: str, write: str) -> None:
        assert list(parse_names(source).names) == names

    def test_the_writer_is_told_once_what_to_write(
        self, source: str, names: list[Name], code: str, write: str
    ) -> None:
        assert [(advice.code, advice.write) for advice in parse_names(source).advice] == [(code, write)]


@pytest.mark.parametrize(
    "source",
    [
        "Институт экономики и права",
        "Министерство образования и науки, Астана",
        "Институт рек, Алматы и Центр озёр, Астана",
        "Білім және ғылым министрлігі",
        "Алдан және серіктестер",
        "Aldane & Boer Foundation",
        "Aldane & Boer, Ltd",
        r"M. Aldane \& Co. Verlag",
        "M. & J. Boer",
        "{Альданов И. И. и Берёзова И.}",
        "И. о. ректора и Альданов И. И.",
        "{World Bank} & Boer, Jan",
        "Ortega y Gasset, José",
    ],
)
def test_what_may_be_one_name_is_not_taken_apart(source: str) -> None:
    found = parse_names(source)
    assert len(found.names) == 1
    assert "name-list" not in [advice.code for advice in found.advice]


def test_further_names_left_out_in_words_do_not_hide_how_the_others_are_joined() -> None:
    found = parse_names("Альданов Н. А., Берёзова И. и др.")
    assert (found.names, found.others) == ((Name("Альданов", "Н. А."), Name("Берёзова", "И.")), True)
    assert {advice.code for advice in found.advice} == {"name-et-al", "name-list"}


class TestPatronymics:
    def test_it_stays_with_the_given_name(self) -> None:
        assert name("Алданов, Нұрлан Ерікұлы") == Name("Алданов", "Нұрлан Ерікұлы")

    def test_its_own_word_is_no_particle(self) -> None:
        assert name("Нұрлан Ерік ұлы Алданов") == Name("Алданов", "Нұрлан Ерік ұлы")

    def test_two_words_stay_given_name_first(self) -> None:
        assert name("Нұрлан Ерікұлы") == Name("Ерікұлы", "Нұрлан")

    def test_a_family_name_may_look_like_one_behind_another(self) -> None:
        assert name("Анна Ивановна Аданович") == Name("Аданович", "Анна Ивановна")


@given(
    st.lists(st.sampled_from([*"aBж {}\\,~='.;é", " and ", "others", "given=", " Н.А."]), max_size=12).map(
        "".join
    )
)
def test_any_source_gives_names_that_say_something(source: str) -> None:
    assert all(found != Name() for found in parse_names(source).names)


WORDS = st.from_regex(r"[A-Z][a-z]{1,6}", fullmatch=True)


@given(
    st.lists(
        st.builds(Name, WORDS, WORDS, st.sampled_from(["", "von", "de la"]), st.just("")),
        min_size=1,
        max_size=4,
    )
)
def test_inverted_names_are_read_again(names: list[Name]) -> None:
    assert list(parse_names(" and ".join(each.inverted for each in names)).names) == names
