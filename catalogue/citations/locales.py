"""CSL locales: which there are, and which is nearest to a language.

Ours stand in `csl/locales`, all others come with the package `citeproc-py`, of which nothing else is used.
"""

from importlib.util import find_spec
from pathlib import Path

from catalogue.citations.csl_xml import locale_json

USUAL = "en-US"
"""The locale of a language that has none; citeproc-js takes from it what another leaves out."""

_OURS = Path(__file__).parent / "csl" / "locales"
_PREFERRED = {"en": USUAL, "pt": "pt-BR", "zh": "zh-CN"}
"""The locale of a language that has several and does not name its home first."""


class Locales:
    """The locales that are installed."""

    def __init__(self) -> None:
        folders = (package_folder("citeproc", "data/locales"), _OURS)
        self._paths = {
            path.stem.removeprefix("locales-"): path
            for folder in folders
            for path in sorted(folder.glob("locales-*.xml"))
        }

    def names(self) -> tuple[str, ...]:
        """The tags of all locales, such as `ru-RU`."""
        return tuple(sorted(self._paths))

    def nearest(self, tag: str) -> str:
        """The locale for a BCP 47 tag: itself, else the usual one of its language, else en-US."""
        folded = {name.lower(): name for name in self._paths}
        if exact := folded.get(tag.lower()):
            return exact
        language = tag.partition("-")[0].lower()
        home = _PREFERRED.get(language, f"{language}-{language.upper()}")
        kin = sorted(name for name in self._paths if name.partition("-")[0] == language)
        return home if home in self._paths else next(iter(kin), USUAL)

    def source(self, name: str) -> str:
        """A locale as citeproc-js takes it. Raises KeyError where there is none of this name."""
        return locale_json(self._paths[name].read_bytes())

    def kin(self, name: str) -> tuple[str, ...]:
        """The locales of the same language, with which citeproc-js fills its gaps."""
        language = name.partition("-")[0]
        return tuple(own for own in self.names() if own.partition("-")[0] == language)


def package_folder(package: str, folder: str) -> Path:
    """A folder inside an installed package, found without importing it.

    Raises ModuleNotFoundError where the package is absent.
    """
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"The package {package} is not installed. Run `make install`.")
    return Path(found.submodule_search_locations[0]) / folder
