"""Tags and character references: where they are left alone, and what cleaning makes of them."""

from __future__ import annotations

from time import process_time

import pytest

from corpuslint import Doc, Document, Linter, Rewrite, Settings
from corpuslint_rules.encoding import character_reference
from corpuslint_rules.furniture import markup_leftover

PAGE = "<html><body><p>The ferry left at nine.<br>It was late &amp; full.</p></body></html>"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(select=("BP116", "EN106")))


def test_a_page_has_one_finding_of_each(linter: Linter) -> None:
    tags, references = linter.lint(PAGE)
    assert (tags.code, tags.message) == ("BP116", 'markup left in the text: "<html>", in 7 places')
    assert (references.code, references.start) == ("EN106", PAGE.index("&"))


def test_markdown_may_hold_both() -> None:
    for rule in (markup_leftover.RULE, character_reference.RULE):
        assert list(rule.check(Doc(PAGE), [PAGE.index("&"), PAGE.index("<br")]))  # type: ignore[call-arg]
        assert not list(rule.check(Doc(PAGE, "markdown"), [PAGE.index("&"), PAGE.index("<br")]))  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "text",
    [
        "In HTML a line is broken with <br> and a sign is written as &amp; in all places.",
        "Type <name> and <address>, then <b> and a > b <c.",
        "The share <U> fell, said <ida@example.org> on [b] and [i]n part.",
        "Fish&chips; R&D; AT&T; https://example.org/?a=1&copy=2;",
        "int *p = &sum; x &&copy; char *q =&int;",
    ],
)
def test_what_looks_like_it_is_left_alone(linter: Linter, text: str) -> None:
    assert not linter.lint(text)


@pytest.mark.parametrize(
    "text", ["&mdash; so he said", "(&copy; 2009 Weil & Sons)", "It rained,&nbsp;&hellip; they say"]
)
def test_references_of_prose(linter: Linter, text: str) -> None:
    assert [finding.code for finding in linter.lint(text)] == ["EN106"]


@pytest.mark.parametrize("part", ["<a ====", "<!-- ", "<script>", "<b>", "[b]", "&amp;", "&copy;", "<p", "&#", "amp;"])
def test_hostile_text_is_read_in_linear_time(linter: Linter, part: str) -> None:
    times = []
    for size in (50_000, 200_000):
        began = process_time()
        linter.lint("&" + part * (size // len(part)))
        times.append(process_time() - began)
    assert times[1] < 10 * times[0] + 0.5  # a square would be 16 times as long


def test_a_mark_that_ends_the_text_is_found_behind_a_quotation(linter: Linter) -> None:
    assert [found.end for found in linter.lint('She said, "I saw it on the quay."</p>')] == [37]


def test_references_to_what_cannot_be_seen_are_no_references(linter: Linter) -> None:
    assert not linter.lint("A sign &#xD800; of &#x202E;old&#11; age, &#1114112; or &#00; more.")


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (character_reference.RULE, "&amp;amp;nbsp;", "\xa0"),
        (character_reference.RULE, "&#146;", "’"),
        (character_reference.RULE, "&#x2014;", "—"),
        (character_reference.RULE, "&fish;", None),
        (character_reference.RULE, "&shy;", ""),
        (character_reference.RULE, "&#x202E;", None),
        (markup_leftover.RULE, "<br />", "\n"),
        (markup_leftover.RULE, "<strong>", ""),
    ],
)
def test_repairs(rule: Document, before: str, after: str | None) -> None:
    assert isinstance(rule.fix, Rewrite)
    assert rule.fix.repair(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "<p>The council voted on Tuesday.</p><p>An HTML newsletter was sent out.</p>",
        "<head><script>(function(){ console.log('x'); if (a < b) {} })();</script></head>\n<p>The council voted.</p>",
        "<style>body { margin: 0; } html { color: black; }</style>\n<p>The council voted on Tuesday.</p>",
    ],
)
def test_neither_a_word_on_markup_nor_a_script_hides_a_page(linter: Linter, text: str) -> None:
    assert [finding.code for finding in linter.lint(text)] == ["BP116"]


def test_a_reference_in_a_word_counts_beside_a_word_on_markup(linter: Linter) -> None:
    assert [finding.code for finding in linter.lint("Ben said &quot;Let&#39;s go&quot;. The HTML is old.")] == ["EN106"]


def test_a_reference_that_is_shown_beside_one_does_not(linter: Linter) -> None:
    assert not linter.lint("In a web page a paragraph opens with <p> and the sign & is written as &amp; everywhere.")
