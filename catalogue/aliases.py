"""Names that fields of a query have in other systems and languages.

A name that ends with `(` or `=` holds before that sign only: `KEY(migration)` is Scopus' way to ask for a
keyword, and `key:smith2020` ours to ask for a record.
"""

from collections.abc import Mapping
from types import MappingProxyType

from index.field_names import Aliases

_ABOUT = ("title", "abstract", "keyword")
_SHORT: Mapping[str, str] = {
    "ti": "title",
    "ab": "abstract",
    "abs": "abstract",
    "au": "author",
    "kw": "keyword",
    "so": "venue",
    "jr": "venue",
    "py": "year",
    "la": "language",
    "lang": "language",
    "id": "key",
}
"""Of library catalogues and databases: JSTOR, EBSCO, arXiv, Ovid."""
_ENGLISH: Mapping[str, str] = {
    "intitle": "title",
    "inauthor": "author",
    "authors": "author",
    "keywords": "keyword",
    "subject": "keyword",
    "journal": "venue",
    "source": "venue",
    "institution": "publisher",
    "university": "publisher",
    "published": "issued",
    "date": "issued",
}
_SCOPUS: Aliases = {
    "title-abs-key": _ABOUT,
    "title-abs-key-auth": (*_ABOUT, "author"),
    "title-abs": ("title", "abstract"),
    "auth": "author",
    "authlastname": "author",
    "author-name": "author",
    "firstauth": "author",
    "key(": "keyword",
    "authkey": "keyword",
    "srctitle": "venue",
    "confname": "venue",
    "pubyear": "year",
    "doctype": "type",
    "indexterms": "keyword",
    "exactsrctitle": "venue",
    "conf(": "venue",
    "editor": "author",
    "all": (),
}
_WEB_OF_SCIENCE: Aliases = {
    "ts": _ABOUT,
    "ak": "keyword",
    "do=": "doi",
    "oi=": "orcid",
    "dt=": "type",
    "ed=": "author",
    "ai=": "orcid",
    "is=": "identifier",
    "ut=": "identifier",
}
_LACKING: Aliases = dict.fromkeys(
    (
        *("affil", "affilcity", "affilcountry", "affilorg", "af-id", "au-id", "subjarea", "openaccess"),
        *("ref(", "reftitle", "refauth", "refsrctitle", "fund-all", "fund-sponsor", "fund-acr", "fund-no"),
        *("chem(", "chemname", "casregnumber", "srctype", "volume(", "issue(", "pages("),
        *("ad=", "og=", "oo=", "cu=", "wc=", "su=", "pt=", "vl="),
    )
)
"""Of Scopus and Web of Science, what records here do not hold, or not so that it could be asked."""
_IDENTIFIERS: Mapping[str, str] = dict.fromkeys(
    ("isbn", "issn", "arxiv", "pmid", "pmcid", "eid", "wos", "isi", "hdl", "handle", "jstor"), "identifier"
)
_RUSSIAN: Mapping[str, str] = {
    "название": "title",
    "заглавие": "title",
    "заголовок": "title",
    "аннотация": "abstract",
    "реферат": "abstract",
    "автор": "author",
    "авторы": "author",
    "слова": "keyword",
    "ключевые слова": "keyword",
    "журнал": "venue",
    "источник": "venue",
    "издательство": "publisher",
    "год": "year",
    "тип": "type",
    "язык": "language",
    "проект": "project",
    "доступ": "access",
    "опубликовано": "issued",
    "добавлено": "added",
}
_KAZAKH: Mapping[str, str] = {
    "тақырып": "title",
    "тақырыбы": "title",
    "атауы": "title",
    "аңдатпа": "abstract",
    "түйін": "abstract",
    "авторлар": "author",
    "сөздер": "keyword",
    "кілт сөздер": "keyword",
    "түйін сөздер": "keyword",
    "дереккөз": "venue",
    "баспа": "publisher",
    "жыл": "year",
    "жылы": "year",
    "түрі": "type",
    "тіл": "language",
    "тілі": "language",
    "жоба": "project",
    "қолжетімділік": "access",
    "жарияланған": "issued",
    "қосылған": "added",
}

ALIASES: Aliases = MappingProxyType(
    {**_SHORT, **_ENGLISH, **_SCOPUS, **_WEB_OF_SCIENCE, **_LACKING, **_IDENTIFIERS, **_RUSSIAN, **_KAZAKH}
)
"""Other names of the fields of `catalogue.documents.FIELDS`."""
