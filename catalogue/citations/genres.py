"""What a citation calls a thesis or a report: the words of each language for the genres that are known.

A genre in words of the record's own, such as «дис. … канд. ист. наук», is printed as it is; the words here
stand for the genres of biblatex that name no degree of a country. The Russian words follow ГОСТ Р 7.0.11-2011
(theses), ГОСТ 7.32-2017 (reports) and the practice of Kazakhstan, where the degree is that of a PhD; the
Kazakh ones await a native reader.
"""

_GENRES = {
    "ru": {
        "bathesis": "выпускная квалификационная работа бакалавра",
        "candthesis": "дис. … канд. наук",
        "mathesis": "магистерская диссертация",
        "phdthesis": "дис. … д-ра философии (PhD)",
        "resreport": "отчет о НИР",
        "techreport": "технический отчет",
    },
    "kk": {
        "bathesis": "дипломдық жұмыс",
        "candthesis": "кандидаттық диссертация",
        "mathesis": "магистрлік диссертация",
        "phdthesis": "PhD диссертациясы",
        "resreport": "ғылыми-зерттеу жұмысы туралы есеп",
        "techreport": "техникалық есеп",
    },
}


def genre_term(genre: str, language: str) -> str | None:
    """What a language calls a genre of biblatex; none where it is not known, or English will do."""
    return _GENRES.get(language.partition("-")[0].lower(), {}).get(genre)
