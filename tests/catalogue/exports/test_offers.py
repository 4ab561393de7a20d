"""The order in which formats are offered."""

from catalogue.exports import WANTED, formats, others


def test_every_format_is_offered_once() -> None:
    offered = [offer.format.name for offer in (*WANTED, *others())]
    assert sorted(offered) == sorted(own.name for own in formats())


def test_what_is_wanted_says_by_whom_and_in_a_form_that_there_is() -> None:
    assert [offer.format.name for offer in WANTED if not offer.programs] == []
    assert [
        offer.format.name for offer in WANTED if offer.format.flavour(offer.flavour) != offer.flavour
    ] == [offer.format.name for offer in WANTED if not offer.flavour]


def test_the_others_stand_in_the_order_of_the_alphabet() -> None:
    labels = [offer.format.label for offer in others()]
    assert labels == sorted(labels, key=str.casefold)
    assert labels.index("biblatex") < labels.index("EndNote XML")
