"""Colours of a page, and whether one can be read upon another.

Contrast is that of WCAG 2.2: 1 for two equal colours, 21 for black on white.
"""

import re

LIGHT_GROUNDS = ("#fbfaf7", "#f0ede5")
"""What text of the accent stands on in the light: `--paper` and `--tint` of tokens.css."""
DARK_GROUNDS = ("#15191e", "#1d232a")
"""The same in the dark."""
LEAST = 4.5
"""The contrast of text that everybody can read: WCAG 2.2, criterion 1.4.3."""

_STEPS = 20
_WHITE = (255, 255, 255)
Channels = tuple[int, int, int]


def channels(colour: str) -> Channels:
    """Red, green and blue from 0 to 255 of `#rrggbb`. Raises ValueError."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"{colour!r} is not a colour such as #1f4f82")
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def contrast(colour: str, ground: str) -> float:
    """How much a colour stands out from another, from 1 to 21."""
    darker, lighter = sorted((_luminance(channels(colour)), _luminance(channels(ground))))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: tuple[str, ...]) -> float:
    """The contrast to that ground from which a colour stands out least."""
    return min(contrast(colour, ground) for ground in grounds)


def lightened(colour: str) -> str:
    """A colour for the dark: this one, with as much white in it as makes it legible there."""
    for step in range(_STEPS):
        mixed = _mixed(channels(colour), _WHITE, step / _STEPS)
        if least_contrast(mixed, DARK_GROUNDS) >= LEAST:
            return mixed
    return "#ffffff"


def _mixed(own: Channels, other: Channels, share: float) -> str:
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(own, other, strict=True))


def _luminance(colour: Channels) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
