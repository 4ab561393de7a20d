"""Everything that stops the catalogue and that a person can mend. Each error says what to do next.

CatalogueError
├── SettingsError        a setting has a value that cannot be used
└── BuildRunningError    another build holds the state folder (in `catalogue.build`)

What is wrong with the data is not here: it is a value, `catalogue.model.Problem`. What is wrong with
an index is in `index.errors`.
"""


class CatalogueError(Exception):
    """Root of the errors of this package: what is wrong (`message`) and what to do next (`advice`)."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class SettingsError(CatalogueError, ValueError):
    """A setting has a value that cannot be used; `name` is the setting as its source spells it."""

    def __init__(self, name: str, message: str, advice: str = "") -> None:
        super().__init__(f"{name}: {message}", advice)
        self.name = name
