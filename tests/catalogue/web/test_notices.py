"""Every remark on a query is a sentence."""

import pytest
from flask import Flask

from catalogue.web.notices import notice_text
from index import Notice, NoticeCode


@pytest.mark.parametrize("code", NoticeCode)
def test_every_notice_is_a_sentence(app: Flask, code: NoticeCode) -> None:
    with app.test_request_context("/search"):
        sentence = notice_text(Notice(code, ("first", "second")))
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_notice_quotes_what_was_typed(app: Flask) -> None:
    with app.test_request_context("/search"):
        assert "“W/5”" in notice_text(Notice(NoticeCode.NOT_NEAR, ("W/5",)))
