"""What robots.txt leaves to crawlers, as RFC 9309 has it: `*` and `$` count, the longest rule wins."""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for all crawlers, each a pattern of paths and whether it lets them in, and the sitemaps."""

    rules: tuple[tuple[str, bool], ...]
    sitemaps: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> "Robots":
        """The file of a site that has one group of rules, for every crawler."""
        lines = [line.partition("#")[0].partition(":") for line in text.splitlines()]
        stated = [(name.strip().lower(), value.strip()) for name, _, value in lines]
        agents = [value for name, value in stated if name == "user-agent"]
        if agents != ["*"]:
            raise ValueError(f"one group for every crawler was expected, not {agents}")
        rules = [
            (value, name == "allow") for name, value in stated if name in ("allow", "disallow") and value
        ]
        return cls(tuple(rules), tuple(value for name, value in stated if name == "sitemap"))

    def allows(self, path: str) -> bool:
        """Whether a crawler may ask for a path with its query.

        >>> Robots((("/*?at=", False), ("/a", False), ("/a/b$", True)), ()).allows("/a/b")
        True
        """
        matching = [(len(rule), allowed) for rule, allowed in self.rules if _pattern(rule).match(path)]
        return max(matching, default=(0, True))[1]


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    end = "$" if rule.endswith("$") else ""
    return re.compile(".*".join(map(re.escape, rule.removesuffix("$").split("*"))) + end)
