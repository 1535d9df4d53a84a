import pytest

from kit_tui.domain import identifiers
from kit_tui.domain.wording import Refused


@pytest.mark.parametrize(
    ("text", "orcid"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("0000000218250097", "0000-0002-1825-0097"),
        ("0000 0002 1825 0097", "0000-0002-1825-0097"),
        ("０００0‐0002‐1825‐0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("http://www.orcid.org/0000-0002-1825-0097/", "0000-0002-1825-0097"),
        ("orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("ORCID: 0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("0000-0002-1694-233x", "0000-0002-1694-233X"),
    ],
)
def test_an_orcid_is_read_with_or_without_its_address_and_hyphens(text: str, orcid: str) -> None:
    assert identifiers.read_orcid(text) == orcid


@pytest.mark.parametrize("text", ["0000-0002-1825-0098", "0000-0002-1852-0097", "0000-0002-1825-009X"])
def test_an_orcid_with_a_slip_in_it_fails_its_check_digit(text: str) -> None:
    sentence = f'"{text}" has a wrong digit: compare it with the ORCID iD you copied it from.'
    assert _refusal(identifiers.read_orcid, text) == sentence


@pytest.mark.parametrize("text", ["", "0000-0002-1825", "0000-0002-1825-00977", "X000-0002-1825-0097", "A0123"])
def test_what_has_not_sixteen_digits_is_no_orcid(text: str) -> None:
    assert _refusal(identifiers.read_orcid, text) == f'"{text}" is not an ORCID iD: type it as 0000-0002-1825-0097.'


@pytest.mark.parametrize(
    ("text", "ror"),
    [
        ("00965ax52", "00965ax52"),
        ("00965AX52", "00965ax52"),
        ("https://ror.org/05a28rw58", "05a28rw58"),
        ("ror.org/03yrm5c26/", "03yrm5c26"),
        ("057zh3y96", "057zh3y96"),
        ("０５２ｇｇ０１１０", "052gg0110"),
    ],
)
def test_a_ror_id_is_read_with_or_without_its_address(text: str, ror: str) -> None:
    assert identifiers.read_ror(text) == ror


@pytest.mark.parametrize("text", ["00965ax53", "00956ax52", "05a28rw85"])
def test_a_ror_id_with_a_slip_in_it_fails_its_check_digits(text: str) -> None:
    sentence = f'"{text}" has a wrong character: compare it with the ROR id you copied it from.'
    assert _refusal(identifiers.read_ror, text) == sentence


@pytest.mark.parametrize("text", ["", "00965ax5", "10965ax52", "00965il52", "grid.419025.b"])
def test_what_has_not_the_form_of_a_ror_id_is_refused(text: str) -> None:
    assert _refusal(identifiers.read_ror, text) == f'"{text}" is not a ROR id: type it as 00965ax52.'


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1000/182", "10.1000/182"),
        ("doi:10.1000/182", "10.1000/182"),
        ("DOI: 10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "10.1000/182"),
        ("10.1016/J.CELL.2018.01.001.", "10.1016/j.cell.2018.01.001"),
        ("https://doi.org/10.1002/(SICI)1097%3C338", "10.1002/(sici)1097<338"),
        ("10.1000.10/a%2Fb", "10.1000.10/a%2fb"),
    ],
)
def test_a_doi_is_read_bare_so_that_one_paper_has_one(text: str, doi: str) -> None:
    assert identifiers.read_doi(text) == doi
    assert identifiers.read_doi(doi) == doi


@pytest.mark.parametrize("text", ["", "182", "10.1/182", "11.1000/182", "10.1000/", "10.1000/a b", "10.1000"])
def test_what_begins_with_no_doi_prefix_is_refused(text: str) -> None:
    assert _refusal(identifiers.read_doi, text) == f'"{text}" is not a DOI: type it as 10.1000/182.'


def test_a_doi_address_hides_no_control_codes() -> None:
    with pytest.raises(Refused):
        identifiers.read_doi("https://doi.org/10.1000/a%1b[31m")


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("taro.yamada@kit.ac.jp", "taro.yamada@kit.ac.jp"),
        ("Taro.Yamada@KIT.ac.jp", "Taro.Yamada@kit.ac.jp"),
        (" ｔａｒｏ＠kit.ac.jp ", "taro@kit.ac.jp"),
        ("mailto:o'brien+kit@example.org", "o'brien+kit@example.org"),
        ("taro@大学.jp", "taro@大学.jp"),
    ],
)
def test_an_email_address_is_read(text: str, email: str) -> None:
    assert identifiers.read_email(text) == email


@pytest.mark.parametrize(
    "text",
    [
        "",
        "taro",
        "taro@kit",
        "@kit.ac.jp",
        "taro@",
        "taro@@kit.ac.jp",
        "taro yamada@kit.ac.jp",
        "a@kit.ac.jp, b@kit.ac.jp",
        "Taro <taro@kit.ac.jp>",
        "taro..yamada@kit.ac.jp",
        ".taro@kit.ac.jp",
        "taro@kit..jp",
        "taro@-kit.jp",
    ],
)
def test_what_cannot_be_one_email_address_is_refused(text: str) -> None:
    assert _refusal(identifiers.read_email, text) == (
        f'"{text}" is not an e-mail address: type it as name@example.ac.jp.'
    )


def test_an_email_address_has_an_end() -> None:
    with pytest.raises(Refused):
        identifiers.read_email("x" * 250 + "@a.jp")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://www.kit.ac.jp/en/", "https://www.kit.ac.jp/en/"),
        ("www.kit.ac.jp", "https://www.kit.ac.jp"),
        ("WWW.kit.ac.jp", "https://WWW.kit.ac.jp"),
        (" http://kit.ac.jp:8080?a=b#c ", "http://kit.ac.jp:8080?a=b#c"),
        ("HTTPS://ethz.ch", "https://ethz.ch"),
        ("https://ja.wikipedia.org/wiki/京都（市）", "https://ja.wikipedia.org/wiki/京都（市）"),
    ],
)
def test_a_web_address_is_kept_as_typed_but_for_its_scheme(text: str, url: str) -> None:
    assert identifiers.read_url(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kit.ac.jp",
        "ftp://kit.ac.jp",
        "javascript:alert(1)",
        "https://",
        "https://kit",
        "https://kit.ac.jp/a b",
        "https://someone@kit.ac.jp",
    ],
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    assert _refusal(identifiers.read_url, text) == f'"{text}" is not a web address: type it as https://www.kit.ac.jp.'


def test_a_web_address_hides_no_control_codes() -> None:
    with pytest.raises(Refused):
        identifiers.read_url("https://kit.ac.jp/\x1b[31m")


def _refusal(read: object, text: str) -> str:
    assert callable(read)
    with pytest.raises(Refused) as refused:
        read(text)
    return str(refused.value)
