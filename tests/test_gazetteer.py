"""Names → places, and which contains which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import gazetteer


@pytest.mark.parametrize(
    ("name", "kind", "canonical", "country"),
    [
        ("Pyongyang", "city", "Pyongyang", "KP"),
        ("N. Korea", "country", "North Korea", "KP"),
        ("democratic people’s republic of korea", "country", "North Korea", "KP"),
        ("U.S.", "country", "United States", "US"),
        ("Kiev", "city", "Kyiv", "UA"),
        ("Mecca", "city", "Mecca", "SA"),
        ("Lodz", "city", "Łódź", "PL"),
        ("The Hague", "city", "The Hague", "NL"),
        ("Geneva", "city", "Geneva", "CH"),
        ("New York", "city", "New York City", "US"),
        ("Washington", "city", "Washington", "US"),
        ("Georgia", "country", "Georgia", "GE"),
        ("Alabama", "state", "Alabama", "US"),
        ("Russky Island", "island", "Russky Island", "RU"),
        ("Korean Peninsula", "peninsula", "Korean Peninsula", None),
        ("Northeast Asia", "region", "Northeast Asia", None),
        ("Soviet Union", "former", "Soviet Union", None),
        ("Scotland", "part", "Scotland", "GB"),
    ],
)
def test_likeliest_place(name: str, kind: str, canonical: str, country: str | None) -> None:
    place = gazetteer.look_up(name)[0]
    assert (place.kind, place.name, place.country) == (kind, canonical, country)


@pytest.mark.parametrize("name", ["", "Pyongyangs", "the", "Zzyzx Falls", "North Korean"])
def test_no_place(name: str) -> None:
    assert gazetteer.look_up(name) == ()


def test_country_decides_among_cities() -> None:
    assert gazetteer.look_up("Paris")[0].country == "FR"
    assert gazetteer.look_up("Paris", "US")[0].within == ("Texas", "United States")
    assert gazetteer.look_up("Birmingham", "US")[0].within[0] == "Alabama"


def test_former_state_has_a_successor() -> None:
    assert gazetteer.look_up("USSR")[0].successor == "RU"
    assert gazetteer.look_up("Russia")[0].name != gazetteer.look_up("Soviet Union")[0].name


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("Russia", "Vladivostok"),
        ("Vladivostok", "Russky Island"),
        ("Russia", "Russky Island"),
        ("Asia", "Pyongyang"),
        ("DPRK", "Pyongyang"),
        ("U.S.", "Mobile"),
        ("Alabama", "Mobile"),
        ("Europe", "Scotland"),
        ("North America", "Alabama"),
    ],
)
def test_contains(outer: str, inner: str) -> None:
    assert gazetteer.contains(outer, inner)
    assert not gazetteer.contains(inner, outer)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("Russia", "Kyiv"), ("Russia", "Soviet Union"), ("Moscow", "Moscow"), ("Russia", "nowhere"), ("Asia", "Oslo")],
)
def test_does_not_contain(outer: str, inner: str) -> None:
    assert not gazetteer.contains(outer, inner)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Moscow", "RU"), ("Kremlin", "RU"), ("Washington", "US"), ("Vladivostok", None), ("Russia", None)],
)
def test_capital_of(name: str, code: str | None) -> None:
    assert gazetteer.capital_of(name) == code


def test_country_of_a_code() -> None:
    place = gazetteer.country("KP")
    assert place is not None
    assert (place.name, place.within, place.geonameid) == ("North Korea", ("Asia",), 1873107)
    assert gazetteer.country("XX") is None


@given(st.text(max_size=30))
def test_any_name(name: str) -> None:
    places = gazetteer.look_up(name)
    assert places == gazetteer.look_up(gazetteer.fold(name))
    assert all(place.name for place in places)
