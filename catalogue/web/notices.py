"""What a reader is told about a query that could not be taken as typed."""

from flask_babel import lazy_gettext as _

from index import Notice, NoticeCode

_MESSAGES = {
    NoticeCode.NO_WORDS: _("Nothing in this query can be searched for."),
    NoticeCode.UNKNOWN_FIELD: _("There is no field “{0}”; it was searched for as a word."),
    NoticeCode.LACKING_FIELD: _("There is no field “{0}”; what it holds was searched for everywhere."),
    NoticeCode.BAD_RANGE: _(
        "“{0}” takes numbers such as 2020, 2019..2021 or >2020, or days such as 2024-05-31; “{1}” was read as"
        " words."
    ),
    NoticeCode.UNKNOWN_VALUE: _(
        "“{1}” is none of the usual values of “{0}”; it was searched for as it stands."
    ),
    NoticeCode.UNCLOSED_QUOTE: _("A quotation mark has no partner and was ignored."),
    NoticeCode.UNBALANCED_PARENTHESIS: _("A parenthesis has no partner and was ignored."),
    NoticeCode.DANGLING_OPERATOR: _("“{0}” has nothing to join and was searched for as a word."),
    NoticeCode.NOT_NEAR: _(
        "“{0}” stands between words or phrases only; what is beside it was searched for wherever it stands."
    ),
    NoticeCode.PATTERN_IN_PHRASE: _(
        "“{0}” holds words with * or ?, so that its words were searched for wherever they stand."
    ),
    NoticeCode.SHORT_PREFIX: _(
        "At least {1} letters must stand before * or ?; “{0}” was searched for as a word."
    ),
    NoticeCode.TOO_LONG: _("The query was cut after {0} characters."),
    NoticeCode.TOO_DEEP: _("Parentheses more than {0} deep were ignored."),
    NoticeCode.TOO_MANY_WORDS: _("Only the first {0} words were searched for."),
    NoticeCode.TOO_MANY_PREFIXES: _("Only the first {0} words with *, ? or ~ stand for others."),
    NoticeCode.EXPANSION_LIMITED: _("“{0}” stands for very many words; only {1} of them were searched for."),
}


def notice_text(notice: Notice) -> str:
    """The sentence of a notice, in the language of the interface."""
    message = _MESSAGES.get(notice.code)
    return str(message).format(*notice.args) if message else notice.code.replace("_", " ")
