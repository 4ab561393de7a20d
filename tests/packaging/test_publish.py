"""What is pushed is published if it holds no error; else the site stays as it was and the pusher is told."""

import re
import sys
from pathlib import Path

import pytest

from tests.packaging.sites import BROKEN, GOOD, Site, install_hook, make_site

NEWER = GOOD.replace("A title", "A newer title")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site that publishes what is pushed, and shows one entry."""
    site = install_hook(make_site(tmp_path))
    site.push({"a.bib": GOOD})
    return site


def test_a_first_push_is_indexed(site: Site) -> None:
    assert site.indexed == GOOD


def test_a_first_push_makes_the_live_copy(site: Site) -> None:
    assert (site.live / "data" / "a.bib").read_text() == GOOD


def test_the_live_copy_knows_its_history(site: Site) -> None:
    """The first commit of a key is its added date, so the data folder has to be in a git repository."""
    assert "data/a.bib" in site.git("log", "--name-only", within=site.live / "data")


def test_a_second_push_takes_the_place_of_the_first(site: Site) -> None:
    site.push({"a.bib": NEWER})

    assert site.indexed == NEWER


def test_a_push_with_an_error_leaves_the_index_as_it_was(site: Site) -> None:
    site.push({"b.bib": BROKEN})

    assert site.indexed == GOOD


def test_a_push_with_an_error_leaves_the_live_copy_as_it_was(site: Site) -> None:
    site.push({"b.bib": BROKEN})

    assert [path.name for path in (site.live / "data").iterdir()] == ["a.bib"]


def test_the_pusher_reads_the_problems(site: Site) -> None:
    said = site.push({"b.bib": BROKEN})

    assert re.search(r"^remote: data/b\.bib:1:1: error: no title", said, re.MULTILINE)


def test_the_pusher_reads_that_the_site_stays(site: Site) -> None:
    said = site.push({"b.bib": BROKEN})

    assert "the site stays as it was" in said


def test_a_mended_push_is_published(site: Site) -> None:
    site.push({"b.bib": BROKEN})
    site.push({"b.bib": NEWER})

    assert site.indexed == GOOD + NEWER


def test_an_index_that_fails_puts_the_live_copy_back(site: Site) -> None:
    site.push({"a.bib": GOOD + "% FULL"})

    assert (site.live / "data" / "a.bib").read_text() == GOOD


def test_another_branch_is_not_published(site: Site) -> None:
    site.push({"a.bib": NEWER}, branch="draft")

    assert site.indexed == GOOD


def test_a_deleted_branch_is_said_to_be_harmless(site: Site) -> None:
    site.git("config", "receive.denyDeleteCurrent", "ignore", within=site.repository)

    assert "the site stays as it was" in site.git("push", "origin", ":main")


def test_nothing_is_left_of_the_check(site: Site) -> None:
    site.push({"b.bib": BROKEN})

    assert len(site.git("worktree", "list", within=site.repository).splitlines()) == 2  # bare and live


def test_a_commit_without_the_data_folder_is_refused(site: Site) -> None:
    site.git("mv", "data", "elsewhere")

    assert "has no folder data" in site.push({})


def test_the_timer_fetches_and_publishes(tmp_path: Path) -> None:
    (tmp_path / "upstream").mkdir()
    upstream = make_site(tmp_path / "upstream")
    upstream.push({"a.bib": GOOD})
    (tmp_path / "server").mkdir()
    server = make_site(tmp_path / "server")
    server.git("remote", "add", "origin", upstream.repository, within=server.repository)

    done = server.publish("--fetch")

    assert (done.returncode, server.indexed) == (0, GOOD), done.stdout


def test_the_timer_indexes_again_what_it_could_not_index(site: Site) -> None:
    (site.root / "state" / "indexed").unlink()

    site.publish("main")

    assert site.indexed == GOOD


def test_a_commit_that_fails_makes_the_unit_fail(site: Site) -> None:
    site.push({"b.bib": BROKEN})

    assert site.publish("main").returncode == 1


@pytest.mark.parametrize("name", ["PUBLISH_REPOSITORY", "PUBLISH_LIVE", "CATALOGUE_DATA", "CATALOGUE_STATE"])
def test_a_setting_that_lacks_is_named(site: Site, name: str) -> None:
    file = site.root / "catalogue.env"
    lines = file.read_text().splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(name)))

    assert f"{name} is not set" in site.publish("main").stdout


def test_data_elsewhere_than_in_the_live_copy_is_refused(site: Site) -> None:
    with (site.root / "catalogue.env").open("a") as file:
        file.write(f"CATALOGUE_DATA={site.root}/other\n")

    assert "is not in PUBLISH_LIVE" in site.publish("main").stdout


def test_the_catalogue_itself_is_what_checks_and_indexes(tmp_path: Path) -> None:
    site = install_hook(make_site(tmp_path, str(Path(sys.executable).parent / "catalogue")))

    site.push({"a.bib": GOOD})
    said = site.push({"b.bib": BROKEN})

    assert "data/b.bib:1:1: error: The entry has no title" in said, said
    assert [path.name for path in (site.live / "data").iterdir()] == ["a.bib"]


def test_what_the_check_has_said_is_not_said_again_by_the_index(tmp_path: Path) -> None:
    site = install_hook(make_site(tmp_path, str(Path(sys.executable).parent / "catalogue")))

    said = site.push({"a.bib": GOOD.replace("  author = {Doe, Ann},\n", "")})

    assert (said.count("No author is named"), "1 added" in said) == (1, True), said


def test_what_is_there_is_published_again_by_its_head(site: Site) -> None:
    """As the steps to a newer version of the program do: it has to build before the workers restart."""
    (site.root / "state" / "indexed").unlink()

    site.publish("HEAD")

    assert site.indexed == GOOD
