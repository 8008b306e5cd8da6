"""What is taken for the headline of a text."""

from __future__ import annotations

import pytest

from corpuslint.doc import Doc
from corpuslint.headline import headline_of

BODY = "The wheel of the mill turned again on Saturday. Ninety sacks were ground.\n"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Tide mill grinds again\n\n{BODY}", "Tide mill grinds again"),
        (f"\n\n  Tide mill grinds again  \r\n\r\n{BODY}", "Tide mill grinds again"),
        (f"# Tide mill grinds again\n{BODY}", "Tide mill grinds again"),
        ("Tide mill grinds again", "Tide mill grinds again"),
        (f"Who owns the tide mill?\n\n{BODY}", "Who owns the tide mill?"),
        (f"Tide mill grinds again.\n\n{BODY}", "Tide mill grinds again."),
        (f"Mill sold to Orrin Flour Inc.\n\n{BODY}", "Mill sold to Orrin Flour Inc."),
    ],
)
def test_a_first_line_alone_is_one(text: str, headline: str) -> None:
    found = headline_of(text)
    assert found is not None
    assert found.text == headline
    assert found.span is not None
    assert text[slice(*found.span)] == headline
    assert not text[found.span[1] : found.body].strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        f"Tide mill grinds again\n{BODY}",
        BODY,
        f"{BODY}\n{BODY}",
        f"Contents:\n\n{BODY}",
        f"Contents\n\n{BODY}",
        f"{'Tide mill grinds again ' * 12}\n\n{BODY}",
        "The mill grinds again.",
        f"-- 1 --\n\n{BODY}",
    ],
)
def test_other_first_lines_are_none(text: str) -> None:
    assert headline_of(text) is None


def test_the_title_of_the_record_goes_before_the_first_line() -> None:
    found = headline_of(f"Read this first\n\n{BODY}", "Tide mill  grinds\nagain")
    assert found == ("Tide mill grinds again", None, 0)
    again = headline_of(f"Tide mill grinds again\n\n{BODY}", "Tide mill grinds again")
    assert again is not None
    assert again.span == (0, 22)


def test_a_document_has_the_title_of_its_fields() -> None:
    headline = Doc(BODY, meta={"title": "Tide mill grinds again"}).headline
    assert headline is not None
    assert headline.text == "Tide mill grinds again"
    assert Doc(BODY).headline is None
