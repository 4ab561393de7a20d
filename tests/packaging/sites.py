"""A site on this machine for the tests of publishing: a bare repository, its live copy, a state."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DEPLOY = PROJECT / "catalogue" / "deploy"

GOOD = "@article{good,\n  title = {A title},\n  author = {Doe, Ann},\n  journal = {J},\n  year = {2020},\n}\n"
BROKEN = "@article{broken,\n  author = {Doe, Ann},\n  year = {2020},\n}\n"

# Speaks like the catalogue, but knows only that an entry needs a title, and that a full disk is bad.
STAND_IN = """#!/bin/sh
set -eu
case $1 in
    check)
        for file in "$CATALOGUE_DATA"/*.bib; do
            grep -q title "$file" || { echo "$file:1:1: error: no title"; exit 1; }
        done ;;
    index)
        if grep -q FULL "$CATALOGUE_DATA"/*.bib; then echo "disk full" >&2; exit 1; fi
        cat "$CATALOGUE_DATA"/*.bib > "$CATALOGUE_STATE/indexed" ;;
esac
"""


@dataclass(frozen=True)
class Site:
    """The folders of a site below `root`, and the command line that checks and indexes for it."""

    root: Path
    command: str

    @property
    def repository(self) -> Path:
        return self.root / "data.git"

    @property
    def live(self) -> Path:
        return self.root / "live"

    @property
    def clone(self) -> Path:
        """The copy in which a maintainer works."""
        return self.root / "clone"

    @property
    def indexed(self) -> str:
        """What the stand-in put into its index; empty before the first time."""
        path = self.root / "state" / "indexed"
        return path.read_text() if path.exists() else ""

    @property
    def environment(self) -> dict[str, str]:
        return {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "PUBLISH_ENVIRONMENT": str(self.root / "catalogue.env"),
            "GIT_CONFIG_GLOBAL": str(self.root / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *command: str | Path, within: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Runs a command in `within` (the maintainer's copy), both its streams in `stdout`."""
        return subprocess.run(
            [str(word) for word in command],
            cwd=within or self.clone,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def git(self, *words: str | Path, within: Path | None = None) -> str:
        """Runs git, which has to succeed, and returns what it said."""
        done = self.run("git", *words, within=within)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def commit(self, files: Mapping[str, str]) -> None:
        """Commits these files (path in `data/` -> text) in the maintainer's copy."""
        for name, text in files.items():
            path = self.clone / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self.git("add", "--all")
        self.git("commit", "-qm", "change")

    def push(self, files: Mapping[str, str], branch: str = "main") -> str:
        """Commits these files and pushes them; returns what the maintainer reads."""
        self.commit(files)
        return self.git("push", "origin", f"HEAD:{branch}")

    def publish(self, wanted: str) -> subprocess.CompletedProcess[str]:
        """Runs publish.sh as the timer does."""
        return self.run("sh", DEPLOY / "publish.sh", wanted, within=self.root)


def make_site(root: Path, command: str = "") -> Site:
    """A site with an empty bare repository and no hook; without a command, the stand-in is its own."""
    site = Site(root, command or str(root / "stand-in"))
    (root / "state").mkdir(mode=0o700)
    (root / "stand-in").write_text(STAND_IN)
    (root / "stand-in").chmod(0o755)
    (root / "gitconfig").write_text("[user]\n  name = A Maintainer\n  email = maintainer@example.org\n")
    (root / "catalogue.env").write_text(
        f"PUBLISH_REPOSITORY={site.repository}\n"
        f"PUBLISH_LIVE={site.live}\n"
        f"CATALOGUE_DATA={site.live}/data\n"
        f"CATALOGUE_STATE={root}/state\n"
        f"PUBLISH_COMMAND={site.command}\n"
    )
    site.git("init", "-q", "--bare", "-b", "main", site.repository, within=root)
    site.git("clone", "-q", site.repository, site.clone, within=root)
    return site


def install_hook(site: Site) -> Site:
    """Links the hook into the bare repository, as its first lines say."""
    (site.repository / "hooks" / "post-receive").symlink_to(DEPLOY / "post-receive")
    return site
