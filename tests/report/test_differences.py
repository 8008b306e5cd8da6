"""Two texts side by side: the rows together are both texts, what is the same stands in one row."""

from __future__ import annotations

import pytest

from corpuslint.html_report.differences import EDGE, WORDS, Cell, Compared, differences

TEXT = "The harbour board met on Thursday and voted to widen the eastern basin before the autumn storms come."
MANY = " ".join(f"word{number}" for number in range(200))


def said(cell: Cell) -> str:
    return "".join(piece.text for piece in (*cell.pieces, *cell.rest))


def sides(compared: Compared) -> tuple[str, str]:
    return " ".join(filter(None, (said(r.left) for r in compared.rows))), " ".join(
        filter(None, (said(r.right) for r in compared.rows))
    )


def test_a_copy_is_one_passage() -> None:
    [row] = differences(TEXT, TEXT.upper().replace(".", ""), whole=True).rows
    assert (row.kind, row.passage) == ("same", 1)


def test_what_was_cut_and_what_was_changed() -> None:
    other = "The harbour board met on Thursday and voted to deepen it before the autumn storms come. Nobody objected."
    rows = differences(TEXT, other, whole=True).rows
    assert [(row.kind, said(row.left), said(row.right)) for row in rows] == [
        ("same", "The harbour board met on Thursday and voted to", "The harbour board met on Thursday and voted to"),
        ("differs", "widen the eastern basin", "deepen it"),
        ("same", "before the autumn storms come.", "before the autumn storms come."),
        ("differs", "", "Nobody objected."),
    ]
    assert [row.passage for row in rows] == [1, 0, 2, 0]


def test_texts_without_spaces_are_compared_by_characters() -> None:
    rows = differences("市议会送来了鲜花，和一封信。", "市议会送来了面包，和一封信。", whole=True).rows
    assert [(row.kind, said(row.left), said(row.right)) for row in rows] == [
        ("same", "市议会送来了", "市议会送来了"),
        ("differs", "鲜花", "面包"),
        ("same", "，和一封信。", "，和一封信。"),
    ]


def test_a_word_in_common_by_chance_is_no_passage() -> None:
    rows = differences("red green the blue", "one two the three", whole=True).rows
    assert [row.kind for row in rows] == ["differs"]


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "a b"), ("a b", ""), (TEXT, MANY), ("  ", "\n")])
def test_rows_together_are_both_texts(left: str, right: str) -> None:
    compared = differences(left, right, whole=True)
    assert sides(compared) == (" ".join(left.split()), " ".join(right.split()))


def test_the_middle_of_a_long_passage_is_counted_not_shown() -> None:
    [row] = differences(MANY, MANY, whole=False).rows
    assert row.left.left_out == 200 - 2 * EDGE
    assert said(row.left).count("word") == 2 * EDGE


def test_long_texts_are_compared_as_far_as_said() -> None:
    assert differences(MANY, MANY, whole=True).unread == 0
    assert differences(f"{MANY} " * 20, MANY, whole=True).unread == WORDS
