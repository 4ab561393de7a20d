"""What a site can choose, as one frozen value: defaults <- TOML file <- CATALOGUE_* environment.

A setting is a field of `Settings`; its metadata holds its documentation and the function that reads it
from either source. Its name in the TOML file is the name of the field, in the environment the same in
capitals after `CATALOGUE_`. The table in README.md is made from this class by `settings_table`.
"""

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from catalogue import setting_values as read
from catalogue.errors import SettingsError
from catalogue.model import Multilingual

LOCALES = ("en", "ru", "kk")
"""The languages that an address can carry as `/<lang>/`, whether or not they are offered."""
LANGUAGE_NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}

CONFIG = "CATALOGUE_CONFIG"
DEFAULT_CONFIG = "catalogue.toml"
MOST_RESULTS = 100


def _languages(value: object, base: Path) -> tuple[str, ...]:
    tags = read.items(value, base)
    unknown = [tag for tag in tags if tag not in LOCALES]
    if unknown or not tags:
        raise ValueError(f"{', '.join(unknown) or 'nothing'} is offered; choose among {', '.join(LOCALES)}")
    return tuple(dict.fromkeys(tags))


def _about(reader: read.Reader, told: str) -> dict[str, object]:
    return {"read": reader, "text": told}


@dataclass(frozen=True)
class Settings:
    """The choices of one site; paths are as given, relative ones to the file or folder they came from."""

    data: Path = field(
        default=Path("data"), metadata=_about(read.path, "The folder of BibTeX and YAML files.")
    )
    state: Path = field(
        default=Path("instance"),
        metadata=_about(read.path, "The folder of the ledger and the index. Nobody else may write there."),
    )
    index: str = field(
        default="",
        metadata=_about(
            read.text,
            "The search engine's address. Unset: a Whoosh index in the folder `index` of the state.",
        ),
    )
    base_url: str = field(
        default="http://127.0.0.1:8000",
        metadata=_about(
            read.origin, "Scheme and host of every absolute address. Requests for other hosts are refused."
        ),
    )
    trusted_hosts: tuple[str, ...] = field(
        default=(),
        metadata=_about(read.items, "More host names to answer to; `.example.org` allows those below it."),
    )
    proxy_hops: int = field(
        default=0,
        metadata=_about(read.whole(0, 10), "How many proxies stand in front; only their headers count."),
    )
    name: Multilingual = field(
        default=Multilingual.of(
            {"en": "Publications Catalogue", "ru": "Каталог публикаций", "kk": "Жарияланымдар каталогы"}
        ),
        metadata=_about(read.words, "The name of the site: a text, or (in TOML) one for each language."),
    )
    tagline: Multilingual = field(
        default=Multilingual.of(
            {
                "en": "Research publications, searched, read and cited",
                "ru": "Научные публикации: поиск, чтение, цитирование",
                "kk": "Ғылыми жарияланымдар: іздеу, оқу, дәйексөз келтіру",
            }
        ),
        metadata=_about(read.words, "The line under the name: a text, or (in TOML) one for each language."),
    )
    languages: tuple[str, ...] = field(
        default=LOCALES,
        metadata=_about(
            _languages, "The languages offered to readers, the default first: some of `en`, `ru`, `kk`."
        ),
    )
    page_size: int = field(
        default=20,
        metadata=_about(read.whole(1, MOST_RESULTS), "How many results a search page shows."),
    )
    citation_styles: tuple[str, ...] = field(
        default=(
            "gost-r-7-0-5-2008-numeric",
            "gost-7-1-2003",
            "gost-r-7-0-100-2018",
            "apa",
            "modern-language-association",
            "chicago-author-date",
            "ieee",
            "nlm-citation-sequence",
            "harvard-cite-them-right",
        ),
        metadata=_about(read.items, "The citation styles offered first, the usual one in front."),
    )
    styles: Path | None = field(
        default=None,
        metadata=_about(read.path, "A folder of further CSL styles. Unset: none but those that come along."),
    )
    renderer: Path | None = field(
        default=None,
        metadata=_about(
            read.path, "The socket of the process that makes citations. Unset: `citations.sock` in the state."
        ),
    )
    jobs: int | None = field(
        default=None,
        metadata=_about(
            read.whole(1, 256),
            "How many processes share the work of a large build. Unset: one for each core, at most 8.",
        ),
    )
    repository: str = field(
        default="",
        metadata=_about(
            read.address,
            "The address where a reader can report a mistake, such as the project's issue list.",
        ),
    )
    source: str = field(
        default="",
        metadata=_about(
            read.pattern("path", "line"),
            "The address where readers can see a line of the data, with `{path}` (from the data folder) and"
            " `{line}` in it.",
        ),
    )
    report: str = field(
        default="",
        metadata=_about(
            read.pattern("title", "key", "path", "line", by_mail=True),
            "The address of a new report of a mistake, with any of `{title}`, `{key}`, `{path}`, `{line}` in"
            " it; or of a letter, such as `mailto:library@example.org?subject={title}`.",
        ),
    )
    logo: Path | None = field(
        default=None,
        metadata=_about(read.image, "An SVG or PNG file, shown before the name at the head of every page."),
    )
    accent: str = field(
        default="",
        metadata=_about(read.light_accent, "The colour of links and buttons, such as `#1f4f82`: a dark one."),
    )
    accent_dark: str = field(
        default="",
        metadata=_about(
            read.dark_accent, "The same for readers who read in the dark. Unset: `accent`, made light enough."
        ),
    )
    templates: Path | None = field(
        default=None,
        metadata=_about(
            read.templates,
            "A folder whose templates go before ours of the same name, and whose `style.css` is added.",
        ),
    )

    def __post_init__(self) -> None:
        if not self.index:
            folder = (self.state / "index").resolve()
            object.__setattr__(self, "index", f"whoosh://{folder.as_posix()}")

    @property
    def renderer_socket(self) -> Path:
        """Where the renderer of citations listens."""
        return self.renderer or self.state / "citations.sock"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host names that requests may ask for; at home every spelling of this machine is one."""
        own = urlsplit(self.base_url).hostname or ""
        local = ("localhost", "127.0.0.1", "[::1]")
        return (*(local if own in ("localhost", "127.0.0.1", "::1") else (own,)), *self.trusted_hosts)


def load_settings(environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """The settings of a site.

    `environ` defaults to the process's own, `folder` (where paths of the environment start and
    `catalogue.toml` is looked for) to the working directory. Raises SettingsError.
    """
    environ = os.environ if environ is None else environ
    folder = Path.cwd() if folder is None else folder
    values: dict[str, Any] = {"data": folder / "data", "state": folder / "instance"}
    config = folder / environ.get(CONFIG, DEFAULT_CONFIG)
    if CONFIG in environ or _is_there(config):
        values |= _from_file(config)
    for own in fields(Settings):
        variable = variable_name(own.name)
        if environ.get(variable, "").strip():
            values[own.name] = _read(own, variable, environ[variable], folder)
    return Settings(**values)


def _is_there(config: Path) -> bool:
    """Whether there is such a file; the folder that a command is started in may be closed to its user."""
    try:
        return config.is_file()
    except OSError:
        return False


def variable_name(name: str) -> str:
    """The environment variable of a setting."""
    return f"CATALOGUE_{name.upper()}"


def settings_table() -> str:
    """The settings as a Markdown table, as README.md shows them."""
    rows = [
        f"| `{CONFIG}` | | `{DEFAULT_CONFIG}`, if there | The TOML file with any of the settings below. |"
    ]
    for own in fields(Settings):
        default = _shown(own.default)
        rows.append(f"| `{variable_name(own.name)}` | `{own.name}` | {default} | {own.metadata['text']} |")
    return "\n".join(["| environment | in TOML | default | what it is |", "|---|---|---|---|", *rows])


def _shown(default: object) -> str:
    if isinstance(default, Multilingual):
        return "; ".join(text.plain for _, text in default)
    if isinstance(default, tuple):
        default = ", ".join(default)
    return f"`{default}`" if default not in ("", None) else ""


def _read(own: Field[Any], label: str, value: object, base: Path) -> Any:
    try:
        return own.metadata["read"](value, base)
    except ValueError as error:
        raise SettingsError(label, f"{error}.", own.metadata["text"]) from error


def _from_file(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(str(path), f"cannot be read ({error.strerror}).", f"Mend {CONFIG}.") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise SettingsError(str(path), f"is not TOML in UTF-8: {error}.") from error
    known = {own.name: own for own in fields(Settings)}
    for name in content.keys() - known.keys():
        near = difflib.get_close_matches(name, known, 1)
        advice = f"Write {near[0]}." if near else f"The settings are {', '.join(known)}."
        raise SettingsError(f"{path}: {name}", "there is no such setting.", advice)
    return {name: _read(known[name], f"{path}: {name}", content[name], path.parent) for name in content}
