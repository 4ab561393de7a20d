from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from lxml.html import HtmlElement

from catalogue.exports import formats
from catalogue.model import Classification, Contributor, Multilingual, Name, Record, RecordType, Role, Text
from index import SearchEngine
from tests.catalogue.web.library import RECORDS, REEDS, RICE, fill
from tests.catalogue.web.pages import page, parsed, texts, titles, words

RICE_PAGE = "/publications/omarova2021"
RICE_TITLE = "Rice in the Ili delta: effects of CO2"


def fact(tree: HtmlElement, label: str) -> list[str]:
    return texts(tree, f"//dl/div[dt='{label}']/dd")


def test_every_title_is_shown_in_its_language(client: FlaskClient) -> None:
    shown = page(client, RICE_PAGE).xpath("//h1/span | //p[@class='other-title']")
    assert [(each.get("lang"), words(each)) for each in shown] == [
        (tag, text.plain) for tag, text in RICE.title
    ]


def test_every_abstract_is_shown_in_its_language(client: FlaskClient) -> None:
    tree = page(client, RICE_PAGE)
    assert tree.xpath("//section[@id='abstract']//div/@lang") == ["en", "ru"]


def test_the_abstract_of_the_readers_language_is_open_and_each_other_a_click_away(
    client: FlaskClient,
) -> None:
    tree = page(client, RICE_PAGE)
    assert tree.xpath("//section[@id='abstract']/div/@lang") == ["en"]
    (other,) = tree.xpath("//section[@id='abstract']/details")
    assert texts(other, "summary") == ["Russian"]
    assert other.xpath("div/@lang") == ["ru"]


def test_so_do_keywords(client: FlaskClient) -> None:
    tree = page(client, "/ru" + RICE_PAGE)
    assert tree.xpath("//section[@class='keywords']/ul/@lang") == ["ru"]
    assert tree.xpath("//section[@class='keywords']/details/ul/@lang") == ["en"]


def test_an_abstract_is_answered_alone(client: FlaskClient) -> None:
    response = client.get("/ru" + RICE_PAGE + "?part=abstract")
    tree = parsed(response)
    assert tree.xpath("//*[@lang]/@lang") == ["ru", "en"]
    assert tree.xpath("//h1 | //head | //*[@id]") == []
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_what_has_no_abstract_says_so_alone(client: FlaskClient) -> None:
    assert words(page(client, "/publications/survey1?part=abstract")) == "No abstract is known."


def test_of_a_publication_no_part_of_another_name_is_answered(client: FlaskClient) -> None:
    assert page(client, RICE_PAGE + "?part=title").xpath("//h1")


def test_a_script_from_right_to_left_does_not_turn_its_surroundings(
    client: FlaskClient, engine: SearchEngine
) -> None:
    arabic = Multilingual.of({"kk-Arab": "كوشى-قون"})
    fill(engine, (replace(RICE, title=arabic, abstract=arabic),))
    passages = page(client, RICE_PAGE).xpath("//body//*[@lang='kk-Arab']")
    assert {each.get("dir") for each in passages} == {"auto"}


def test_the_readers_language_comes_first(client: FlaskClient) -> None:
    tree = page(client, "/ru" + RICE_PAGE)
    assert words(tree.xpath("//h1")[0]) == "Рис в дельте Или"
    assert tree.xpath("//section[@id='abstract']//div/@lang") == ["ru", "en"]


def test_paragraphs_of_an_abstract_stay_apart(client: FlaskClient) -> None:
    tree = page(client, RICE_PAGE)
    assert len(tree.xpath("//section[@id='abstract']/div/p")) == 2


def test_contributors_stand_by_role(client: FlaskClient) -> None:
    groups = texts(page(client, RICE_PAGE), "//div[@class='contributors']")
    assert groups == ["Aigerim Omarova Per Lindqvist and others", "Editor Edda Weiss"]


def test_authors_come_first_whatever_else_was_done(client: FlaskClient, engine: SearchEngine) -> None:
    advisor = Contributor(Name("Advisor", "An"), Role.ADVISOR)
    fill(engine, (replace(RICE, contributors=(advisor, *RICE.contributors)),))
    (first, *_) = texts(page(client, RICE_PAGE), "//div[@class='contributors']")
    assert first.startswith("Aigerim Omarova")


def test_a_name_is_shown_in_the_letters_of_the_title(client: FlaskClient) -> None:
    (shown,) = page(client, "/ru" + RICE_PAGE).xpath("(//div[@class='contributors']//a)[1]/span")
    assert (words(shown), shown.get("lang")) == ("Айгерим Омарова", "ru")


def test_what_else_is_known_of_people_is_a_click_away(client: FlaskClient) -> None:
    more = page(client, RICE_PAGE).xpath("//details[@class='more-of-people']//li")
    assert [words(each) for each in more] == [
        "Aigerim Omarova Айгерим Омарова (corresponding author) "
        "https://orcid.org/0000-0002-1825-0097 Institute of Deltas"
    ]


def test_an_orcid_is_its_icon_that_leads_there(client: FlaskClient) -> None:
    (link,) = page(client, RICE_PAGE).xpath("//div[@class='contributors']//a[@class='orcid']")
    assert link.get("href") == "https://orcid.org/0000-0002-1825-0097"
    assert link.get("aria-label") == "ORCID iD of Aigerim Omarova"


def test_a_name_that_is_the_same_in_two_languages_is_shown_once(
    client: FlaskClient, engine: SearchEngine
) -> None:
    cyrillic = Name("Омарова", "Айгерим")
    variants = (("ru", cyrillic), ("kk", cyrillic), ("tr", Name("Omarova", "Aigerim")))
    fill(engine, (replace(RICE, contributors=(Contributor(Name("Omarova", "Aigerim"), variants=variants),)),))
    shown = texts(page(client, RICE_PAGE), "//details[@class='more-of-people']//li")
    assert shown == ["Aigerim Omarova Айгерим Омарова"]


def test_an_author_leads_to_all_their_publications(client: FlaskClient) -> None:
    address = page(client, RICE_PAGE).xpath("//div[@class='contributors']//a/@href")[0]
    assert titles(page(client, address)) == [RICE_TITLE]


def test_a_journal_leads_to_all_its_publications(client: FlaskClient) -> None:
    links = page(client, RICE_PAGE).xpath("//main//a[contains(., 'Invented Deltas')]/@href")
    assert set(links) == {"/venues/1234-5679"}
    assert titles(page(client, links[0])) == [RICE_TITLE]


def test_a_keyword_leads_to_all_its_publications(client: FlaskClient) -> None:
    address = page(client, RICE_PAGE).xpath("//section[@class='keywords']//a/@href")[0]
    assert titles(page(client, address)) == [RICE_TITLE]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Published in", "Journal of Invented Deltas"),
        ("Printed title", "RICE IN THE ILI DELTA"),
        ("DOI", "https://doi.org/10.99999/delta.7"),
        ("Volume", "7"),
        ("Licence", "CC BY 4.0"),
        ("UDC", "633.18"),
        ("Language", "English"),
        ("Added", "2 January 2024"),
        ("Key", "omarova2021"),
    ],
)
def test_what_is_known_is_said(client: FlaskClient, label: str, value: str) -> None:
    assert fact(page(client, RICE_PAGE), label) == [value]


def test_identifiers_are_links(client: FlaskClient) -> None:
    links = page(client, RICE_PAGE).xpath("//dl//a/@href")
    assert "https://doi.org/10.99999/delta.7" in links


def test_a_record_of_a_project_shows_its_funding(client: FlaskClient) -> None:
    assert (
        texts(page(client, RICE_PAGE), "//aside[@class='funding']//p")[0]
        == "Co-funded by the Union of Deltas"
    )


def test_a_record_without_a_project_shows_none(client: FlaskClient) -> None:
    assert page(client, "/publications/survey1").xpath("//aside[@class='funding']") == []


@pytest.mark.parametrize("address", ["/publications/rice", "/search/help"])
def test_a_project_without_a_file_is_not_named(
    client: FlaskClient, engine: SearchEngine, address: str
) -> None:
    fill(engine, (replace(RICE, key="rice", projects=("dleta", "delta")),))
    text = words(page(client, address))
    assert "dleta" not in text
    assert "delta" in text.lower()
    fill(engine, (replace(RICE, key="rice", projects=("dleta",)),))
    assert "dleta" not in words(page(client, address))


def test_a_record_names_those_that_resemble_it(client: FlaskClient, engine: SearchEngine) -> None:
    water = replace(RICE, key="water2022", title=Multilingual.of({"en": "Water in the Ili delta"}))
    fill(engine, (*RECORDS, water))
    tree = page(client, "/publications/omarova2021")
    first = tree.xpath("//section[@aria-labelledby='similar']//li")[0]
    assert words(first) == "Water in the Ili delta Aigerim Omarova, Per Lindqvist and others · March 2021"
    assert first.xpath("./a/@href") == ["/publications/water2022"]
    assert tree.xpath("//section[@aria-labelledby='similar']//a[contains(@href, 'omarova2021')]") == []


def test_of_a_similar_record_without_authors_the_date_alone_is_told(
    client: FlaskClient, engine: SearchEngine
) -> None:
    water = replace(RICE, key="water2022", contributors=(), others=())
    fill(engine, (*RECORDS, water))
    tree = page(client, "/publications/omarova2021")
    (told,) = tree.xpath("//section[@aria-labelledby='similar']//li[a/@href='/publications/water2022']/small")
    assert words(told) == "March 2021"


def test_a_record_that_nothing_resembles_names_none(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (RICE,))
    assert page(client, "/publications/omarova2021").xpath("//section[@aria-labelledby='similar']") == []


def test_a_page_cites_by_the_key(client: FlaskClient) -> None:
    assert "@article{omarova2021," in words(page(client, RICE_PAGE).xpath("//pre")[0])


def test_the_cited_form_is_the_one_that_is_downloaded_without_its_abstract(client: FlaskClient) -> None:
    cited = page(client, RICE_PAGE).xpath("//pre")[0].text_content()
    downloaded = client.get(RICE_PAGE + ".bib").text
    assert set(cited.splitlines()) < set(downloaded.splitlines())
    assert "abstract" not in cited


def test_every_format_is_offered_and_answers_in_its_type(client: FlaskClient) -> None:
    offered = page(client, RICE_PAGE).xpath("//link[@rel='alternate'][@type]/@href")
    types = [client.get(address).mimetype for address in offered]
    assert types == [own.media_type.partition(";")[0] for own in formats()]


def test_the_menu_begins_with_what_most_want_and_for_which_program(client: FlaskClient) -> None:
    menu = page(client, RICE_PAGE).xpath("//details[@class='menu formats']/ul/li[a]")
    assert [words(each) for each in menu[:2]] == [
        "BibTeX LaTeX, JabRef, Zotero",
        "RIS EndNote, Mendeley, Zotero",
    ]


def test_the_menu_offers_every_format_once_and_in_forms_that_answer(client: FlaskClient) -> None:
    links = page(client, RICE_PAGE).xpath("//details[@class='menu formats']//a/@href")
    plain = [link.removeprefix(RICE_PAGE).partition("?")[0] for link in links if "flavour=full" not in link]
    assert sorted(plain) == sorted(own.suffix for own in formats())
    assert {client.get(link, buffered=True).status_code for link in links} == {200}


def test_the_full_flavour_says_more(client: FlaskClient) -> None:
    full = client.get(RICE_PAGE + ".bib?flavour=full").text
    assert "Рис в дельте Или" in full
    assert "Рис в дельте Или" not in client.get(RICE_PAGE + ".bib?flavour=nonsense").text


def test_a_download_has_a_name_that_every_system_can_save(client: FlaskClient) -> None:
    response = client.get("/publications/conf%2Fx%3A1%3Fa%3Db%23c.bib")
    assert response.headers["Content-Disposition"] == "inline; filename=conf-x-1-a-b-c.bib"


def test_an_exact_key_wins_over_a_format(client: FlaskClient) -> None:
    tree = page(client, "/publications/reeds.bib")
    assert fact(tree, "Key") == ["reeds.bib"]


def test_a_key_that_looks_like_a_format_has_formats_of_its_own(client: FlaskClient) -> None:
    assert client.get("/publications/reeds.bib.bib").text.startswith("@phdthesis{reeds.bib,")


@pytest.mark.parametrize(
    "key", ["a//b", "/a", "a/", "DBLP:conf/x", "a%2Fb", "ключ", "a b", "a;b?c&d#e", "x.pdf"]
)
def test_any_key_has_an_address_that_leads_to_it(client: FlaskClient, engine: SearchEngine, key: str) -> None:
    fill(engine, (Record(key, RecordType.BOOK, Multilingual.of("A book")),))
    address = page(client, "/search").xpath("//main//article//a/@href")[0]
    assert fact(page(client, address), "Key") == [key]


def test_addresses_encode_colons_and_slashes(client: FlaskClient) -> None:
    links = page(client, "/search?q=alert").xpath("//main//article//a/@href")
    assert links == ["/publications/conf%2Fx%3A1%3Fa%3Db%23c?at=1&q=alert"]


def test_an_address_with_plain_slashes_answers_too(client: FlaskClient) -> None:
    assert client.get("/publications/conf/x:1%3Fa=b%23c").status_code == 200


def test_an_old_key_leads_to_the_new_one(client: FlaskClient) -> None:
    response = client.get("/publications/omarova-old")
    assert (response.status_code, response.location) == (301, RICE_PAGE)


def test_an_old_key_keeps_format_and_language(client: FlaskClient) -> None:
    assert client.get("/ru/publications/omarova-old.bib").location == "/ru" + RICE_PAGE + ".bib"


@pytest.mark.parametrize("address", ["/publications/gone2020", "/ru/publications/gone2020.bib"])
def test_a_removed_publication_says_why(client: FlaskClient, address: str) -> None:
    tree = page(client, address, 410)
    assert texts(tree, "//main//strong") == ["published twice"]


def test_an_unknown_key_offers_to_search_for_its_words(client: FlaskClient) -> None:
    tree = page(client, "/publications/rice-delta", 404)
    assert tree.xpath("//main//input[@name='q']/@value") == ["rice delta"]


def test_mathematics_is_shown_as_mathematics(client: FlaskClient) -> None:
    title = page(client, f"/publications/{REEDS.key}").xpath("//h1")[0]
    assert words(title.xpath(".//*[local-name()='msup']")[0]) == "x2"


def test_the_codes_of_one_classification_stand_together(client: FlaskClient, engine: SearchEngine) -> None:
    codes = [("jel", "J61"), ("udc", "633.18"), ("jel", "F22")]
    fill(engine, (replace(RICE, classification=tuple(Classification(*code) for code in codes)),))
    (stated,) = page(client, RICE_PAGE).xpath("//dl/div[dt='JEL']/dd")
    assert texts(stated, "span") == ["J61", "F22"]


def test_a_licence_is_a_link_with_its_name(client: FlaskClient) -> None:
    (link,) = set(page(client, RICE_PAGE).xpath("//main//a[contains(@rel, 'license')]/@href"))
    assert link == "https://creativecommons.org/licenses/by/4.0/"


def test_a_licence_that_stands_nowhere_is_told(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (replace(RICE, license="MIT OR Apache-2.0"),))
    assert fact(page(client, RICE_PAGE), "Licence") == ["MIT OR Apache-2.0"]


def test_what_only_some_sources_state_is_said_too(client: FlaskClient, engine: SearchEngine) -> None:
    extra = (("origtitle", Text("Рис")), ("usera", Text("for the maintainer")))
    fill(engine, (replace(RICE, extra=extra),))
    tree = page(client, RICE_PAGE)
    assert fact(tree, "Original title") == ["Рис"]
    assert "for the maintainer" not in words(tree)


@pytest.mark.parametrize(
    ("record", "label", "address"),
    [
        (RICE, "Read the PDF", f"{RICE_PAGE}.pdf"),
        (replace(RICE, files=()), "Go to the publication", "https://doi.org/10.99999/delta.7"),
        (replace(RICE, files=(), identifiers=()), "Go to the publication", "https://deltas.example.org/7"),
    ],
    ids=["file", "DOI", "link"],
)
def test_the_publication_itself_is_the_first_thing_offered(
    client: FlaskClient, engine: SearchEngine, record: Record, label: str, address: str
) -> None:
    fill(engine, (record,))
    (offered,) = page(client, RICE_PAGE).xpath("//a[@class='action']")
    assert (words(offered), offered.get("href")) == (label, address)


def test_an_address_that_nobody_should_follow_is_not_offered(client: FlaskClient) -> None:
    assert page(client, "/publications/conf%2Fx%3A1%3Fa%3Db%23c").xpath("//a[@class='action']") == []
