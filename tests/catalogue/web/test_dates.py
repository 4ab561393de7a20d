import pytest
from flask import Flask
from flask_babel import force_locale
from lxml.html import fromstring

from catalogue.model import Issued, PartialDate
from catalogue.web.dates import date_html, issued_html
from tests.catalogue.web.pages import words


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ("2021", "en", "2021"),
        ("2021-03", "en", "March 2021"),
        ("2021-03-07", "en", "7 March 2021"),
        ("2021-03-07", "ru", "7 марта 2021 г."),
        ("2019/2021", "en", "2019–2021"),
        ("1999-09-13/1999-09-17", "ru", "13–17 сент. 1999 г."),
        ("1999-09-13/1999-10", "ru", "13 сентября 1999 г. – октябрь 1999 г."),
        ("2021-03/2021-05", "ru", "март – май 2021 г."),
        ("2019/", "en", "2019–"),
        ("/2019", "en", "–2019"),
        ("2019~", "en", "about 2019"),
        ("2019?", "en", "2019 (?)"),
        ("2021-21", "en", "spring 2021"),
        ("1999-09-13/1999-10", "en", "13 September 1999 – October 1999"),
        ("2021-03/", "en", "March 2021 –"),
        ("2021-03/2022", "en", "March 2021 – 2022"),
        ("2021-03/2022", "ru", "март 2021 г. – 2022 г."),
        ("/2021-03", "ru", "– март 2021 г."),
        ("2021-03", "ru", "март 2021 г."),
        ("2021-03~", "ru", "приблизительно март 2021 г."),
        ("2021-21", "ru", "весна 2021 г."),
        ("2021-03-07", "kk", "2021 ж. 7 наурыз"),
        ("2021-03", "kk", "2021 ж. наурыз"),
        ("2021-03/2021-05", "kk", "2021 ж. наурыз – мамыр"),
        ("2019/2021", "kk", "2019–2021"),
        ("2021-03-07/2022", "kk", "2021 ж. 7 наурыз – 2022 ж."),
        ("2021~", "kk", "шамамен 2021"),
        ("2021-24", "kk", "2021 ж. қыс"),
        ("forthcoming <soon>", "en", "forthcoming <soon>"),
        ("-0044", "en", "-44"),
    ],
)
def test_a_date_is_written_as_the_reader_writes_it(
    app: Flask, written: str, language: str, shown: str
) -> None:
    with app.test_request_context("/"), force_locale(language):
        assert words(fromstring(f"<p>{issued_html(Issued.parse(written))}</p>")) == shown


def test_a_date_keeps_its_machine_readable_form(app: Flask) -> None:
    with app.test_request_context("/en/"):
        assert date_html(PartialDate(2021, 3)) == '<time datetime="2021-03">March 2021</time>'
