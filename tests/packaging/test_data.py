"""The committed data are what their sources state, and what data/README.md shows can be copied."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pybtex.database import BibliographyData, parse_string

from tests.packaging.sites import PROJECT

DATA = PROJECT / "data"


def bibtex(text: str) -> BibliographyData:
    """The entries as another reader of BibTeX sees them."""
    return parse_string(text, "bibtex")


def squeezed(text: str) -> str:
    """The text in small letters without braces, tags and line breaks."""
    return " ".join(re.sub(r"[{}]|<[^>]*>", "", text).casefold().split())


def titles() -> list[tuple[str, str, str]]:
    """Key, title and printed title of every entry that has both."""
    found = []
    for path in DATA.rglob("*.bib"):
        for key, entry in bibtex(path.read_text()).entries.items():
            found.append((key, entry.fields["title_en"], entry.fields["printedtitle_en"]))
    for path in DATA.glob("publications/*.yaml"):
        for item in yaml.safe_load(path.read_text())["references"]:
            found.append((item["id"], item["title"]["en"], item["printedtitle"]["en"]))
    return found


def block(language: str) -> str:
    """The first example of data/README.md in this language."""
    found = re.search(rf"```{language}\n(.*?)```", (DATA / "README.md").read_text(), re.DOTALL)
    assert found
    return found[1]


def check(data: Path, state: Path) -> list[tuple[str, str]]:
    """Severity and message of all that `catalogue check` says about a data folder."""
    done = subprocess.run(
        [Path(sys.executable).parent / "catalogue", "check", "--format", "json"],
        env={**os.environ, "CATALOGUE_DATA": str(data), "CATALOGUE_STATE": str(state)},
        cwd=state,
        capture_output=True,
        text=True,
        check=False,
    )
    return [(problem["severity"], problem["message"]) for problem in json.loads(done.stdout)]


@pytest.mark.parametrize(("key", "title", "printed"), titles())
def test_a_title_in_sentence_case_has_the_words_that_were_printed(key: str, title: str, printed: str) -> None:
    assert squeezed(title) == squeezed(printed)


@pytest.mark.parametrize(("key", "title", "printed"), titles())
def test_a_printed_title_is_in_capitals(key: str, title: str, printed: str) -> None:
    assert printed.upper() == printed


@pytest.mark.parametrize("path", sorted((DATA / "projects").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_predecessor_is_there(path: Path) -> None:
    predecessor = yaml.safe_load(path.read_text()).get("predecessor", path.stem)

    assert (DATA / "projects" / f"{predecessor}.yaml").is_file()


@pytest.mark.parametrize("path", sorted(DATA.glob("[np]*/*.md")))
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    known = {f"/publications/{key}" for key, _, _ in titles()}
    known |= {f"/projects/{file.stem}" for file in (DATA / "projects").iterdir()}
    known |= {f"/pages/{file.stem}" for file in (DATA / "pages").iterdir()}

    assert set(re.findall(r"\]\((/[^)]*)\)", path.read_text())) <= known


def test_the_template_is_an_entry_of_bibtex() -> None:
    assert list(bibtex(block("bibtex")).entries) == ["short-lasting-key-2026"]


def test_the_template_of_a_project_has_the_fields_of_the_projects() -> None:
    stated = {
        name for path in (DATA / "projects").glob("*.yaml") for name in yaml.safe_load(path.read_text())
    }

    assert stated <= yaml.safe_load(block("yaml")).keys()


def test_the_check_misses_only_what_the_sources_do_not_state(tmp_path: Path) -> None:
    problems = check(DATA, tmp_path)

    assert [one for one in problems if not re.match(r"No (author|journal) is named", one[1])] == []


def test_the_check_has_nothing_against_the_template(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "files").mkdir(parents=True)
    (data / "files" / "name.pdf").touch()
    shutil.copytree(DATA / "projects", data / "projects")
    (data / "template.bib").write_text(block("bibtex"))

    assert check(data, tmp_path) == []
