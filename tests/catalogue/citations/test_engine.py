"""Citations by citeproc-js in this process: what it makes, and what it survives."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.citations import BrokenStyle, Forms, Job, UnknownStyle
from catalogue.citations.engine import MOST_COMPILED, MOST_ITEM, Engine, Limits, scripts
from catalogue.citations.styles import Styles
from catalogue.model import Mark, MarkKind
from tests.catalogue.citations.shelf import a_job, an_item, items

NODE = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>{title}</title><id>{title}</id><updated>2024-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix="."><text value="{title} "/><text variable="title"/></layout></bibliography>
</style>"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def cited(engine: Engine, job: Job) -> str:
    return engine.render([job])[0].plain


def test_marks_lie_over_the_words_they_belong_to(engine: Engine) -> None:
    (text,) = engine.render([a_job()])
    assert [(mark.kind, text.plain[mark.start : mark.end]) for mark in text.marks] == [
        (MarkKind.ITALIC, "Waters")
    ]


def test_italics_in_italics_are_upright(engine: Engine) -> None:
    (text,) = engine.render([a_job(**{"container-title": "Letters on <i>Equus</i> today"})])
    assert [text.plain[mark.start : mark.end] for mark in text.marks] == ["Letters on ", " Today"]


def test_signs_of_markup_in_data_are_data(engine: Engine) -> None:
    title = "R&D: is 3 < 5 &amp; 5 > 3 in <script>?"
    assert title in cited(engine, a_job(title=title))


@pytest.mark.parametrize("style", ["gost-r-7-0-5-2008-numeric", "ieee", "nlm-citation-sequence", "nature"])
def test_no_number_stands_in_front(engine: Engine, style: str) -> None:
    assert cited(engine, a_job(style))[:1] in ("B", "A")


def test_the_order_of_jobs_is_kept(engine: Engine) -> None:
    jobs = [a_job(style, title=f"Title {n}") for n in range(3) for style in ("ieee", "nature")]
    assert [f"Title {n // 2}" in text.plain for n, text in enumerate(engine.render(jobs))] == [True] * 6


def test_nothing_is_left_of_earlier_citations(engine: Engine) -> None:
    together = engine.render([Job("apa", "en-US", item) for item in items()])
    assert together == [engine.render([Job("apa", "en-US", item)])[0] for item in reversed(items())][::-1]


def test_works_of_one_author_and_year_are_not_told_apart_by_letters(engine: Engine) -> None:
    first, second = engine.render([a_job(id="a", title="One"), a_job(id="b", title="Two")])
    assert ("(2019)" in first.plain, "(2019)" in second.plain) == (True, True)


def test_an_item_that_was_edited_is_cited_anew(engine: Engine) -> None:
    cited(engine, a_job(title="Before"))
    assert "After" in cited(engine, a_job(title="After"))


def test_forms_of_one_job_do_not_reach_the_next(engine: Engine) -> None:
    item = an_item(
        title="Колодцы",
        author=[{"family": "Ручьёва", "given": "Анна"}],
        multi={"main": {}, "_keys": {"title": {"x-romanised": "Kolodtsy", "x-translated": "Wells"}}},
    )
    made = [cited(engine, Job("apa", "en-US", item, forms)) for forms in (*Forms, Forms.ORIGINAL)]
    assert (made[0], "[Wells]" in made[1], "Kolodtsy [Wells]" in made[2]) == (made[3], True, True)


@pytest.mark.parametrize("style", ["apa", "gost-r-7-0-5-2008-numeric", "modern-language-association"])
def test_others_are_et_al(engine: Engine, style: str) -> None:
    names = [{"family": "Brook", "given": "Ada"}, {"family": "Stone", "given": "Ivo"}, {"literal": "others"}]
    made = cited(engine, a_job(style, author=names))
    assert ("et al." in made, "others" in made) == (True, False)


def test_only_others_are_nobody(engine: Engine) -> None:
    assert cited(engine, a_job(author=[{"literal": "others"}])).startswith("On wells")


def test_kazakh_capitals_are_initials(engine: Engine) -> None:
    author = [{"family": "Өзенбай", "given": "Ғани Қуатұлы"}]
    assert cited(engine, a_job(author=author)).startswith("Өзенбай, Ғ. Қ.")


def test_a_locale_that_is_not_there_is_english(engine: Engine) -> None:
    job = a_job(issued={})
    assert cited(engine, Job("apa", "tlh-QO", job.item)) == cited(engine, job)


def test_a_dependent_style_is_its_parent(engine: Engine) -> None:
    assert cited(engine, a_job("nature-physics")) == cited(engine, a_job("nature"))


def test_an_unknown_style_is_named(engine: Engine) -> None:
    with pytest.raises(UnknownStyle, match="no citation style named “apaa”"):
        engine.render([a_job("apaa")])


def test_half_a_letter_holds_nothing_up(engine: Engine) -> None:
    assert "On w?lls" in cited(engine, a_job(title="On w\ud800lls"))


def test_an_item_that_is_too_long_is_refused(engine: Engine) -> None:
    with pytest.raises(BrokenStyle, match="too long"):
        engine.render([a_job(abstract="x" * MOST_ITEM)])


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Engine]:
    """An engine over a folder of styles as small as they can be, `s0`, `s1` and so on."""
    for number in range(MOST_COMPILED + 2):
        (tmp_path / f"s{number}.csl").write_text(STYLE.format(title=f"S{number}"))
    engine = Engine(Styles(tmp_path))
    yield engine
    engine.close()


def test_only_so_many_styles_are_kept_compiled(small: Engine) -> None:
    names = [f"s{number}" for number in range(MOST_COMPILED + 2)]
    small.render([a_job(name) for name in names])
    kept = [name for name in names if small.is_compiled(small.styles.find(name), "en-US")]
    assert kept == names[-MOST_COMPILED:]


def test_a_style_that_was_forgotten_is_compiled_again(small: Engine) -> None:
    for number in range(MOST_COMPILED + 2):
        small.render([a_job(f"s{number}")])
    assert cited(small, a_job("s0")) == "S0 On wells."


def test_an_edited_style_counts_at_once(small: Engine, tmp_path: Path) -> None:
    cited(small, a_job("s0"))
    (tmp_path / "s0.csl").write_text(STYLE.format(title="Edited"))
    assert cited(small, a_job("s0")) == "Edited On wells."


def test_after_a_style_that_takes_too_long_the_next_is_made(small: Engine) -> None:
    small.limits = Limits(compiling=0.001)
    with pytest.raises(BrokenStyle, match="longer than"):
        small.render([a_job("apa")])
    small.limits = Limits()
    assert cited(small, a_job("s1")) == "S1 On wells."


def test_after_an_item_that_takes_too_long_the_next_is_made(small: Engine) -> None:
    small.limits = Limits(citing=0.3)
    # citeproc-js looks for the partner of each quotation mark.
    with pytest.raises(BrokenStyle, match="longer than"):
        small.render([a_job("s0", title="\"' " * 60_000)])
    assert cited(small, a_job("s1")) == "S1 On wells."


def test_after_a_style_that_grows_too_large_the_next_is_made(small: Engine) -> None:
    small.limits = Limits(memory=30_000_000)
    with pytest.raises(BrokenStyle, match="more memory"):
        small.render([a_job("chicago-author-date")])
    assert cited(small, a_job("s1")) == "S1 On wells."


def test_what_citeproc_js_says_of_a_style_is_passed_on(small: Engine, tmp_path: Path) -> None:
    broken = STYLE.format(title="X").replace("<text variable", "<invention variable")
    (tmp_path / "s0.csl").write_text(broken)
    with pytest.raises(BrokenStyle, match="citeproc-js fails on it"):
        small.render([a_job("s0")])


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_scripts_see_the_language_and_nothing_else() -> None:
    """Against the names of an empty context in Node, which are ECMAScript's own and WebAssembly."""
    assert NODE is not None
    bare = "require('vm').runInNewContext('Object.getOwnPropertyNames(globalThis).join()')"
    allowed = subprocess.run([NODE, "-p", bare], capture_output=True, text=True, check=True).stdout.strip()
    seen = scripts(100_000_000).eval("Object.getOwnPropertyNames(globalThis).join()")
    newer_language = {"Temporal"}
    timers = {"setTimeout", "clearTimeout", "__timer_manager"}
    assert set(str(seen).split(",")) - {*allowed.split(",")} - newer_language == timers | {"module", "CSL"}


@pytest.mark.parametrize(
    "attempt", ["eval('1')", "Function('return 1')()", "[].at.constructor('return 1')()"]
)
def test_data_cannot_become_a_script(attempt: str) -> None:
    told = scripts(100_000_000).eval(f"try {{ {attempt}; 'done' }} catch (error) {{ error.name }}")
    assert told == "EvalError"


def test_no_module_can_be_imported() -> None:
    own = scripts(100_000_000)
    own.eval("var told = ''; import('node:fs').then(() => { told = 'got' }, () => { told = 'refused' }); 0")
    assert own.eval("told") == "refused"


def test_marks_are_values_of_the_model(engine: Engine) -> None:
    (text,) = engine.render([a_job("nature")])
    assert all(isinstance(mark, Mark) for mark in text.marks)
