"""citeproc-js inside V8, in this process: the only module that starts a script engine.

V8 and the compiled styles take a few hundred megabytes, so a site has one engine, in the renderer's process.
The scripts reach nothing: no function of Python is given to them, and V8 alone has no files, no network and
no modules. What runs too long or grows too large is ended, and the engine begins anew.
"""

import json
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from py_mini_racer import (
    DEFAULT_V8_FLAGS,
    JSEvalException,
    JSOOMException,
    JSTimeoutException,
    MiniRacer,
    init_mini_racer,
)

from catalogue.citations.csl_xml import style_json
from catalogue.citations.errors import BrokenStyle, RendererUnavailable
from catalogue.citations.job import Job
from catalogue.citations.locales import USUAL, Locales
from catalogue.citations.markup import text_of
from catalogue.citations.styles import Style, Styles
from catalogue.model import Text

_SCRIPTS = Path(__file__).parent
_PROCESSOR = _SCRIPTS / "vendor" / "citeproc.js"
_OWN = _SCRIPTS / "engine.js"

MOST_COMPILED = 8
"""Styles, each for one locale, that are kept compiled; the largest takes a hundred megabytes."""
MOST_ITEM = 400_000
"""Characters of an item, written as JSON; 500 authors and a long abstract are an eighth of it."""
# Scripts are what the files below say, and none can make more of them from data.
_FLAGS = (*DEFAULT_V8_FLAGS, "--disallow-code-generation-from-strings")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one style or citation may take: seconds to compile, seconds to cite, bytes for all scripts.

    The usual seconds are many times what a slow machine needs.
    """

    compiling: float = 20.0
    citing: float = 5.0
    memory: int = 600_000_000


class Engine:
    """A renderer in this process; not for several threads at once."""

    def __init__(self, styles: Styles | None = None, limits: Limits | None = None) -> None:
        self.styles = styles or Styles()
        self.locales = Locales()
        self.limits = limits or Limits()
        self._compiled: OrderedDict[str, None] = OrderedDict()
        self._scripts: MiniRacer | None = None

    def render(self, jobs: Sequence[Job]) -> list[Text]:
        """The citation of each job, in order. Raises CitationError for all at once."""
        styles = {name: self.styles.find(name) for name in {job.style for job in jobs}}
        # Together what needs the same compiled style: a list in three languages would compile at each turn.
        order = sorted(range(len(jobs)), key=lambda at: (jobs[at].style, jobs[at].locale))
        done = {at: self.cite(styles[jobs[at].style], jobs[at]) for at in order}
        return [done[at] for at in range(len(jobs))]

    def cite(self, style: Style, job: Job) -> Text:
        """The citation of one job in a style that was found for it. Raises CitationError."""
        # Half a letter (a lone surrogate) would come back as what is no UTF-8, and be waited for in vain.
        source = json.dumps(dict(job.item), ensure_ascii=False).encode(errors="replace").decode()
        if len(source) > MOST_ITEM:
            raise BrokenStyle(style.name, "the record is too long to be cited.")
        key = self.compile(style, job.locale)
        return text_of(self._call(style, self.limits.citing, "cite", key, source, job.forms.value))

    def is_compiled(self, style: Style, locale: str) -> bool:
        """Whether a style is ready for a locale, so that a citation costs milliseconds."""
        return _key(style, self.locales.nearest(locale)) in self._compiled

    def compile(self, style: Style, locale: str) -> str:
        """Makes a style ready for the locale nearest to one; its key. Raises BrokenStyle."""
        locale = self.locales.nearest(locale)
        key = _key(style, locale)
        if key in self._compiled:
            self._compiled.move_to_end(key)
            return key
        source = style_json(style.name, style.source)
        while len(self._compiled) >= MOST_COMPILED:
            self._call(style, self.limits.citing, "forget", self._compiled.popitem(last=False)[0])
        for needed in {USUAL, *self.locales.kin(locale)}:
            if not self._call(style, self.limits.citing, "knows", needed):
                self._call(style, self.limits.citing, "learn", needed, self.locales.source(needed))
        self._call(style, self.limits.compiling, "compile", key, source, locale)
        self._compiled[key] = None
        return key

    def close(self) -> None:
        """Ends the scripts and gives their memory back; the next citation begins anew."""
        if self._scripts is not None:
            self._scripts.close()
        self._scripts = None
        self._compiled.clear()

    def _call(self, style: Style, seconds: float, function: str, *arguments: str) -> Any:
        if self._scripts is None:
            self._scripts = scripts(self.limits.memory)
        # Strings in JSON with all but ASCII escaped are strings in JavaScript.
        written = ", ".join(json.dumps(argument) for argument in arguments)
        try:
            return self._scripts.eval(f"citations.{function}({written})", timeout_sec=seconds)
        except JSOOMException as error:
            self._begin_anew()
            raise BrokenStyle(style.name, "it needs more memory than there is for it.") from error
        except JSTimeoutException as error:
            self._begin_anew()
            raise BrokenStyle(style.name, f"it takes longer than {seconds:g} seconds.") from error
        except JSEvalException as error:
            raise BrokenStyle(style.name, f"citeproc-js fails on it ({_first_line(error)}).") from error

    def _begin_anew(self) -> None:
        if self._scripts is not None:
            # What was ended still reports that it ended, and has to be heard before the rest is closed.
            with suppress(JSEvalException):
                self._scripts.eval("0", timeout_sec=1)
        self.close()


def scripts(memory: int) -> MiniRacer:
    """V8 with citeproc-js and our part of the engine in it, and nothing else.

    `memory` is in bytes. Raises RendererUnavailable where citeproc-js is not installed.
    """
    try:
        processor = _PROCESSOR.read_text(encoding="utf-8")
    except OSError as error:
        raise RendererUnavailable("citeproc-js is not installed. Run `make install`.") from error
    init_mini_racer(flags=_FLAGS, ignore_duplicate_init=True)
    own = MiniRacer()
    own.set_hard_memory_limit(memory)
    for source in ("var module = {exports: {}};", processor, _OWN.read_text(encoding="utf-8")):
        # A function, which a script may end with, would be handed back as an object to keep.
        own.eval(f"{source};0")
    return own


def _key(style: Style, locale: str) -> str:
    return f"{style.digest}/{locale}"


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:200] if lines else "without a word"
