"""Ways to operate a page: a mouse, a finger, and keys alone. Each counts what it does."""

from typing import Protocol

from playwright.sync_api import Locator, Page

MOST_STOPS = 250
"""Presses of Tab within which everything on a page is reached."""


class Hand(Protocol):
    """What a reader does, whatever with."""

    actions: int

    def __init__(self, page: Page) -> None: ...

    def write(self, box: Locator, text: str) -> None:
        """Type into a box and send its form."""

    def press(self, target: Locator) -> None:
        """Follow a link or push a button."""

    def tick(self, box: Locator) -> None:
        """Tick a box."""

    def next_choice(self, select: Locator) -> None:
        """Choose what a select offers after its present choice."""


class Mouse:
    """A pointer, and keys to write with."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def write(self, box: Locator, text: str) -> None:
        box.fill(text)
        box.press("Enter")
        self.actions += 1

    def press(self, target: Locator) -> None:
        target.click()
        self.actions += 1

    def tick(self, box: Locator) -> None:
        box.check()
        self.actions += 1

    def choose(self, select: Locator, value: str) -> None:
        """Choose a value of a select."""
        select.select_option(value)
        self.actions += 1

    def next_choice(self, select: Locator) -> None:
        values = select.locator("option").evaluate_all("all => all.map(each => each.value)")
        self.choose(select, values[values.index(select.input_value()) + 1])


class Finger(Mouse):
    """A touch screen."""

    def press(self, target: Locator) -> None:
        target.tap()
        self.actions += 1


class Keys:
    """Tab, Enter, Space and arrows alone; at each stop the focus must be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def write(self, box: Locator, text: str) -> None:
        self._reach(box)
        self.page.keyboard.type(text)
        self._key("Enter")

    def press(self, target: Locator) -> None:
        self._reach(target)
        self._key("Enter")

    def tick(self, box: Locator) -> None:
        self._reach(box)
        self._key("Space")

    def next_choice(self, select: Locator) -> None:
        self._reach(select)
        self._key("ArrowDown")

    def _key(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.actions += 1

    def _reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        target.wait_for()
        for _ in range(MOST_STOPS):
            self._key("Tab")
            unseen = self.page.evaluate(_UNSEEN)
            if unseen:
                raise AssertionError(f"the focus is not to be seen on {unseen}")
            if target.evaluate("own => own === document.activeElement"):
                return
        raise AssertionError(f"no key leads to {target}")


_UNSEEN = """() => {
  const own = document.activeElement;
  if (!own || own === document.body) return "";
  const style = getComputedStyle(own);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const { top, bottom, width, height } = own.getBoundingClientRect();
  const shown = width > 1 && height > 1 && bottom > 0 && top < innerHeight;
  return (outlined || style.boxShadow !== "none") && shown ? "" : own.outerHTML.slice(0, 200);
}"""
