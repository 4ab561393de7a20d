"""HTML in fields of BibTeX, where journals' systems (OJS) put the abstract of their web page."""

import re
from html import unescape

_INLINE = re.compile(r"</?(?:a|abbr|b|em|font|i|s|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:br|div|h[1-6]|li|ol|p|section|table|t[dhr]|ul)\b[^<>]*>", re.IGNORECASE)


def without_tags(source: str) -> str:
    """The text of HTML, escaped or not, without its tags; what is no tag stays.

    >>> without_tags("&lt;p&gt;H<sub>2</sub>O, p < 0.05&amp;nbsp;here&lt;/p&gt;")
    'H2O, p < 0.05 here'
    """
    # What was escaped once for HTML is escaped once more for the export.
    text = unescape(unescape(source))
    return " ".join(_BLOCK.sub(" ", _INLINE.sub("", text)).split())
