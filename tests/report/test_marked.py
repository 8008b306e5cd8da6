"""The reading view's text: every code point once, findings where they are, what is hidden by name."""

from __future__ import annotations

import pytest

from corpuslint.html_report.marked import AROUND, Piece, Snippet, Span, marked, pieces

LONG = "one two three four five\n" * 200


def whole(text: str, *spans: Span) -> tuple[Snippet, ...]:
    return marked(text, spans, whole=True, most=10_000)


def said(snippet: Snippet) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in snippet.lines)


def test_a_finding_is_cut_out_of_its_line_and_labelled_once() -> None:
    [snippet] = whole("Please sign in\nto read.", Span(7, 17, 1))
    assert snippet.lines == (
        (Piece("Please "), Piece("sign in", (1,), (1,))),
        (Piece("to", (1,)), Piece(" read.")),
    )


def test_overlapping_findings_are_cut_at_every_edge() -> None:
    [snippet] = whole("abcdef", Span(0, 4, 1), Span(2, 6, 2))
    assert snippet.lines == ((Piece("ab", (1,), (1,)), Piece("cd", (1, 2), (2,)), Piece("ef", (2,))),)


@pytest.mark.parametrize("at", [0, 3, 6])
def test_a_finding_of_no_length_has_a_label_and_no_text(at: int) -> None:
    [snippet] = whole("abc\ndef", Span(at, at, 1))
    labelled = [piece for line in snippet.lines for piece in line if piece.begins]
    assert [piece.begins for piece in labelled] == [(1,)]
    assert said(snippet) == "abc\ndef"


def test_a_finding_at_the_end_of_the_text() -> None:
    [snippet] = whole("abc", Span(3, 3, 1))
    assert snippet.lines == ((Piece("abc"), Piece("", (), (1,))),)


@pytest.mark.parametrize("text", ["", "\n", "a\r\nb\rc\nd", "\n\na"])
def test_all_line_breaks_make_lines(text: str) -> None:
    [snippet] = whole(text)
    assert said(snippet) == text.replace("\r\n", "\n").replace("\r", "\n")


def test_what_is_hidden_stands_for_itself_by_name() -> None:
    [snippet] = whole("a\u202eb\x00\ud800\tc", Span(1, 2, 1))
    names = [(piece.name, piece.text) for line in snippet.lines for piece in line if piece.name]
    assert names == [
        ("RLO", "right-to-left override, U+202E"),
        ("NUL", "control character, U+0000"),
        ("U+D800", "lone surrogate, U+D800"),
    ]
    assert snippet.lines[0][1] == Piece("", (1,), (1,))
    assert snippet.lines[0][-1] == Piece("\tc")


def test_pieces_are_the_text() -> None:
    assert pieces("plain") == (Piece("plain"),)
    assert [piece.name for piece in pieces("a\u2028b")] == ["", "LSEP", ""]


def test_a_snippet_shows_what_stands_around_a_finding() -> None:
    at = 2400
    [snippet] = marked(LONG, [Span(at, at + 5, 1)], whole=False, most=4000)
    shown = said(snippet)
    assert LONG[snippet.before : snippet.before + len(shown)] == shown
    assert snippet.before + len(shown) + snippet.after == len(LONG)
    assert at - AROUND - 30 <= snippet.before <= at - AROUND
    assert len(shown) <= 2 * AROUND + 40


def test_far_findings_have_snippets_of_their_own_and_close_ones_share_one() -> None:
    spans = [Span(10, 15, 1), Span(200, 205, 2), Span(3000, 3010, 3)]
    first, second = marked(LONG, spans, whole=False, most=4000)
    assert {number for line in first.lines for piece in line for number in piece.begins} == {1, 2}
    assert {number for line in second.lines for piece in line for number in piece.begins} == {3}
    assert first.before == 0 < second.before and first.after == 0 < second.after


def test_no_more_is_shown_than_wanted() -> None:
    spans = [Span(at, at + 5, number) for number, at in enumerate(range(0, 4800, 700), 1)]
    for most in (0, 1, 100, 1000, 10_000):
        snippets = marked(LONG, spans, whole=False, most=most)
        assert sum(len(said(snippet)) for snippet in snippets) <= most
    assert sum(s.before + len(said(s)) + s.after for s in snippets) == len(LONG)


def test_a_finding_as_long_as_the_text_is_shown_by_its_beginning() -> None:
    [snippet] = marked(LONG, [Span(0, len(LONG), 1)], whole=False, most=4000)
    assert len(said(snippet)) <= 4 * AROUND
    assert snippet.after == len(LONG) - len(said(snippet))


def test_without_findings_the_beginning_is_shown() -> None:
    [snippet] = marked(LONG, [], whole=False, most=4000)
    assert LONG.startswith(said(snippet)) and snippet.after == len(LONG) - len(said(snippet))
