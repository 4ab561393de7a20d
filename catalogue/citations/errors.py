"""Why a citation could not be made; each message is a sentence for the reader, with what to do next.

CitationError
├── UnknownStyle          no style of this name; `near` holds names like it
├── BrokenStyle           the style is not CSL, or fails on this item
├── UnknownRomanisation   no system of this name
└── RendererUnavailable   no renderer answers now
    └── RendererBusy      it asks to come back after `retry_after` seconds
"""


class CitationError(Exception):
    """The root of the tree."""


class UnknownStyle(CitationError, KeyError):
    """No style has this name."""

    def __init__(self, name: str, near: tuple[str, ...] = ()) -> None:
        self.name, self.near = name, near
        advice = f" Similar names are {', '.join(near)}." if near else ""
        super().__init__(f"There is no citation style named “{name}”.{advice}")

    def __str__(self) -> str:
        return str(self.args[0])


class BrokenStyle(CitationError):
    """A style is not CSL, asks for too much, or fails on an item."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"The citation style “{name}” cannot be used: {reason}")


class UnknownRomanisation(CitationError, KeyError):
    """No system of romanisation has this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"There is no romanisation named “{name}”. Choose one of {', '.join(known)}.")

    def __str__(self) -> str:
        return str(self.args[0])


class RendererUnavailable(CitationError):
    """Nothing makes citations at present; everything else works."""

    def __init__(self, reason: str = "Finished citations are not available at the moment.") -> None:
        super().__init__(reason)


class RendererBusy(RendererUnavailable):
    """The renderer asks to come back later: in `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"Too much is asked for at the moment. Try again in {retry_after} seconds.")
