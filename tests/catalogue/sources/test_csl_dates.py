"""The dates of CSL, in every form that programs write."""

from typing import Any

import pytest

from catalogue.sources.csl_dates import edtf


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021-03", "2021-03"),
        ("2021-03\\~", "2021-03~"),
        ({"date-parts": [["2021", "3", "7"]]}, "2021-03-07"),
        ({"date-parts": [["2021"], ["2022"]]}, "2021/2022"),
        ({"date-parts": [["2021"], ["0"]]}, "2021/"),
        ({"date-parts": ["2021", "3"]}, "2021-03"),
        ({"date-parts": [["2021"]], "circa": "true"}, "2021~"),
        ({"date-parts": [["2021"]], "circa": "false"}, "2021"),
        ({"date-parts": [["2021"]], "season": "2"}, "2021-22"),
        ({"date-parts": [["2021"]], "season": "Fall"}, "2021-23"),
        ({"date-parts": [["2020", "21"]]}, "2020-21"),
        ({"date-parts": [["-44"]]}, "-0043"),
        ({"date-parts": [["-1"]]}, "0000"),
        ({"year": "2020", "month": "3"}, "2020-03"),
        ([{"year": "2020"}, {"year": "2021"}], "2020/2021"),
        ({"literal": "forthcoming"}, "forthcoming"),
        ({"raw": "2021-03"}, "2021-03"),
        ({"date-parts": []}, ""),
        (None, ""),
    ],
)
def test_every_form_becomes_edtf(written: Any, expected: str) -> None:
    assert edtf(written) == expected
