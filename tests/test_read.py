"""Reading PATHs: names, order, encodings, formats, and a Problem with a remedy for all that cannot be read."""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Article, Problem
from factcheck.read import encoding, read, source
from factcheck.read.formats import by_suffix, suffixes

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = "the known suffixes are .jsonl, .markdown, .md, .ndjson, .txt"
LEAVE_OUT = "put the article's text into it, or leave it out"
NO_TEXT = ("not a text in any known encoding", "save it as UTF-8 text, or leave it out")
LINE = 'write one object a line: {"id": "…", "text": "…"}, with title, published, source, url where known'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def articles(*paths: str) -> list[Article]:
    found = list(read(paths))
    assert not [item for item in found if isinstance(item, Problem)]
    return [item for item in found if isinstance(item, Article)]


def problems(*paths: str) -> list[tuple[str, str, str]]:
    return [(item.where, item.message, item.remedy) for item in read(paths) if isinstance(item, Problem)]


def names(*paths: str) -> list[str]:
    return [article.article for article in articles(*paths)]


# -- which files, under which names -----------------------------------------------------------------------------------


def test_a_folder_is_walked_in_sorted_order_and_skips_what_is_no_article(folder: Path) -> None:
    for name in (
        "b.txt",
        "a/z.md",
        "a/B.TXT",
        ".hidden/x.txt",
        ".x.txt",
        "README.md",
        "a/README",
        "a/README.txt",
        "n.pdf",
    ):
        put(folder / "in" / name, "Text.")
    assert names("in") == ["a/B.TXT", "a/z.md", "b.txt"]


def test_a_file_given_by_itself_goes_by_its_name_even_where_a_folder_would_skip_it(folder: Path) -> None:
    put(folder / "deep" / "README.md", "Text.")
    put(folder / "deep" / ".x.txt", "Text.")
    assert names("deep/README.md", "deep/.x.txt") == [".x.txt", "README.md"]


def test_a_glob_is_expanded_below_its_fixed_part(folder: Path) -> None:
    for name in ("2019/may/a.txt", "2020/may/a.txt", "2020/june/b.txt", "2020/may/README.txt", "2020/may/a.log"):
        put(folder / "news" / name, "Text.")
    assert names("news/*/may/*") == ["2019/may/a.txt", "2020/may/a.txt"]
    assert names("news/**/b*") == ["2020/june/b.txt"]
    assert names("news/20*") == ["2019/may/a.txt", "2020/june/b.txt", "2020/may/a.txt"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(folder: Path) -> None:
    put(folder / "a[1].txt", "Text.")
    assert names("a[1].txt") == ["a[1].txt"]


def test_one_file_reached_in_several_ways_is_read_once_under_its_fuller_name(folder: Path) -> None:
    put(folder / "in" / "sub" / "a.txt", "Text.")
    (folder / "in" / "sub" / "link.txt").symlink_to(folder / "in" / "sub" / "a.txt")
    assert names("in/sub/a.txt", "in", "./in/../in", "in/**/a.txt") == ["sub/a.txt"]


@pytest.mark.parametrize("paths", [("x/a.txt", "y/a.txt", "z/b.txt"), ("z/b.txt", "y/a.txt", "x/a.txt")])
def test_names_that_collide_grow_until_they_differ_whatever_the_order(folder: Path, paths: tuple[str, ...]) -> None:
    for path in paths:
        put(folder / path, "Text.")
    assert names(*paths) == ["b.txt", "x/a.txt", "y/a.txt"]


def test_folders_with_equal_names_inside_grow_too(folder: Path) -> None:
    for path in ("one/in/a.txt", "two/in/a.txt", "two/in/b.txt"):
        put(folder / path, "Text.")
    assert names("two/in", "one/in") == ["b.txt", "one/in/a.txt", "two/in/a.txt"]


def test_every_order_of_paths_gives_the_same(folder: Path) -> None:
    put(folder / "in" / "a.txt", "Text.")
    put(folder / "b.jsonl", '{"id": "n", "text": "Text."}\n{"id": "n", "text": "Again."}\n')
    paths = ["in", "b.jsonl", "missing", "in/a.txt"]
    assert list(read(paths)) == list(read(paths[::-1])) == list(read([*paths, *paths]))


def test_reading_is_lazy(folder: Path) -> None:
    put(folder / "a.txt", "First.")
    put(folder / "b.txt", "Second.")
    found = read(["."])
    assert next(found) == Article("a.txt", "First.", path="a.txt")
    put(folder / "b.txt", "Changed.")
    assert next(found) == Article("b.txt", "Changed.", path="b.txt")


# -- what cannot be read ----------------------------------------------------------------------------------------------


def test_paths_that_lead_nowhere_are_problems_and_the_rest_is_read(folder: Path) -> None:
    put(folder / "a.txt", "Text.")
    put(folder / "c.pdf", "Text.")
    put(folder / "none", "Text.")
    (folder / "empty").mkdir()
    os.mkfifo(folder / "pipe.txt")
    paths = ["gone.txt", "a.txt", "*.doc", "c.pdf", "none", "empty", "pipe.txt", "", "x\0y", "n" * 5000]
    found = list(read(paths))
    assert [item.article for item in found if isinstance(item, Article)] == ["a.txt"]
    assert problems(*paths) == [
        ("", "no such file or folder", "check the spelling"),
        ("*.doc", "matches nothing to read", f"check the spelling; {SUFFIXES}"),
        ("c.pdf", "unknown suffix '.pdf'", SUFFIXES),
        ("empty", "holds nothing to read", SUFFIXES),
        ("gone.txt", "no such file or folder", "check the spelling"),
        ("n" * 5000, "no such file or folder", "check the spelling"),
        ("none", "no suffix", SUFFIXES),
        ("pipe.txt", "not a regular file", "give a file or a folder, or pipe it in as -"),
        ("x\0y", "no such file or folder", "check the spelling"),
    ]


def test_a_link_to_nowhere_cannot_be_read(folder: Path) -> None:
    put(folder / "in" / "b.txt", "Text.")
    (folder / "in" / "a.txt").symlink_to(folder / "gone")
    (folder / "in" / "c.jsonl").symlink_to(folder / "lost")
    reason = ("cannot be read: No such file or directory", "check that it exists and may be read")
    assert problems("in") == [("in/a.txt", *reason), ("in/c.jsonl", *reason)]


def test_a_folder_that_will_not_open_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder / "in" / "a.txt", "Text.")
    put(folder / "in" / "locked" / "b.txt", "Text.")
    scan = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = list(read(["in"]))
    assert found[0] == Problem("in/locked", "cannot be read: Permission denied", "check that it may be read")
    assert [item.article for item in found if isinstance(item, Article)] == ["a.txt"]


@pytest.mark.parametrize(
    ("content", "message", "remedy"),
    [
        (b"", "empty", LEAVE_OUT),
        (b" \r\n\t\n", "empty", LEAVE_OUT),
        (b"\xef\xbb\xbf\n", "empty", LEAVE_OUT),
        (b"text\0text", *NO_TEXT),
        (b"\x7fELF\x02\x01\x01\x03\x04\x05\x06\x07", *NO_TEXT),
        (b"\xff\xfea", *NO_TEXT),
        (b"\x01\x02\x03\x04 four of five", *NO_TEXT),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_files_without_text(folder: Path, content: bytes, message: str, remedy: str, suffix: str) -> None:
    put(folder / f"a{suffix}", content)
    assert problems(f"a{suffix}") == [(f"a{suffix}", message, remedy)]


def test_a_file_beyond_the_limit_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LIMIT", 8)
    put(folder / "a.txt", "12345678")
    put(folder / "b.txt", "123456789")
    assert names("a.txt") == ["a.txt"]
    assert problems("b.txt") == [("b.txt", "larger than 0 MB", "split it into articles, or pass JSON Lines")]


# -- text and its encoding --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["One.\r\nTwo.\rThree.\n", "\ufeffOne.", "Pjöngjang — “Ties”", "One.\u2028Two.\x0cThree."]
)
def test_text_is_kept_to_the_letter(folder: Path, text: str) -> None:
    put(folder / "a.txt", text)
    assert articles("a.txt") == [Article("a.txt", text, path="a.txt")]


@pytest.mark.parametrize(
    ("text", "codec", "recorded"),
    [
        ("The café said: “No”.", "utf-16", "utf-16"),
        ("The café said: “No”.", "utf-32", "utf-32"),
        ("The minister – who was in Málaga – said that the talks had ended well and would go on.", "cp1252", "cp1252"),
        ("Министр сказал журналистам, что переговоры прошли хорошо и будут продолжены в мае.", "cp1251", "cp1251"),
    ],
)
def test_other_encodings_are_told_and_recorded(folder: Path, text: str, codec: str, recorded: str) -> None:
    put(folder / "a.txt", text.encode(codec))
    assert articles("a.txt") == [Article("a.txt", text, path="a.txt", encoding=recorded)]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_damaged_utf8_is_read_with_a_problem(folder: Path, name: str) -> None:
    put(folder / name, ("“Ties” — “are” – “good” … é" * 3).encode()[:-1])
    found = list(read([name]))
    assert found[0] == Problem(
        name, "1 broken UTF-8 characters, read as U+FFFD", "save it again as UTF-8 from its origin"
    )
    assert isinstance(found[1], Article)
    assert found[1].text.endswith("… \ufffd")


@given(st.binary(max_size=300))
def test_any_bytes_decode_to_what_their_encoding_says_or_to_nothing(data: bytes) -> None:
    decoded = encoding.decode(data)
    assert decoded is None or decoded.text == data.decode(decoded.encoding, "replace" if decoded.replaced else "strict")


# -- formats ----------------------------------------------------------------------------------------------------------


def test_formats_are_found_by_name() -> None:
    assert suffixes() == (".jsonl", ".markdown", ".md", ".ndjson", ".txt")
    assert by_suffix()[".md"] is by_suffix()[".markdown"]


def test_json_lines_carry_metadata_and_the_line(folder: Path) -> None:
    record = {
        "id": "a",
        "text": "Text.\r\n",
        "title": "T",
        "published": "2019-04-25",
        "source": "S",
        "url": "u",
        "x": [1],
    }
    put(
        folder / "a.jsonl",
        "\ufeff" + json.dumps(record | {"other": [1]}) + "\n\n" + '{"id": "b", "text": "Mehr.", "title": null}',
    )
    first = Article("a", "Text.\r\n", "a.jsonl", 1, "jsonlines", title="T", stated="2019-04-25", outlet="S", url="u")
    assert articles("a.jsonl") == [first, Article("b", "Mehr.", "a.jsonl", 3, "jsonlines")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a", "text": "b"', "not an article: Input data was truncated"),
        ('{"id": "a"}', "not an article: Object missing required field `text`"),
        ('{"text": "a"}', "not an article: Object missing required field `id`"),
        ('{"id": 7, "text": "b"}', "not an article: Expected `str`, got `int` - at `$.id`"),
        ('{"id": "a", "text": null}', "not an article: Expected `str`, got `null` - at `$.text`"),
        (
            '{"id": "a", "text": "b", "published": 2019}',
            "not an article: Expected `str | null`, got `int` - at `$.published`",
        ),
        ('["a"]', "not an article: Expected `object`, got `array`"),
        ('{"id": " ", "text": "b"}', "not an article: 'id' is empty"),
        ('{"id": "a", "text": "\\n"}', "not an article: 'text' is empty"),
    ],
)
def test_a_broken_line_is_a_problem_and_the_others_are_read(folder: Path, line: str, message: str) -> None:
    put(folder / "a.jsonl", '{"id": "x", "text": "X."}\n' + line + '\n{"id": "y", "text": "Y."}\n')
    assert problems("a.jsonl") == [("a.jsonl:2", message, LINE)]
    assert [item.article for item in read(["a.jsonl"]) if isinstance(item, Article)] == ["x", "y"]


def test_lines_that_are_no_utf8_or_too_deep_are_problems(folder: Path) -> None:
    put(folder / "a.jsonl", b'{"id": "a", "text": "caf\xe9"}\n{"id": "b", "text": "B", "x": ' + b"[" * 100_000 + b"\n")
    assert [(where, remedy) for where, _, remedy in problems("a.jsonl")] == [("a.jsonl:1", LINE), ("a.jsonl:2", LINE)]


def test_a_line_beyond_the_limit_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.formats.jsonlines.LIMIT", 40)
    put(folder / "a.jsonl", '{"id": "a", "text": "' + "x" * 90 + '"}\n{"id": "b", "text": "B"}\n')
    assert problems("a.jsonl") == [("a.jsonl:1", "a line larger than 0 MB", "split it into articles")]
    assert [(a.article, a.line) for a in read(["a.jsonl"]) if isinstance(a, Article)] == [("b", 2)]


def test_no_lines_at_all(folder: Path) -> None:
    put(folder / "a.jsonl", "\n\n")
    assert problems("a.jsonl") == [("a.jsonl", "empty", LINE)]


def test_the_second_article_of_a_name_is_a_problem(folder: Path) -> None:
    put(folder / "a.jsonl", '{"id": "n", "text": "One."}\n{"id": "n", "text": "Two."}\n')
    put(folder / "b.jsonl", '{"id": "n", "text": "Three."}\n')
    message = "the article name 'n' is taken by a.jsonl:1"
    remedy = "give each article an id of its own"
    assert problems("b.jsonl", "a.jsonl") == [("a.jsonl:2", message, remedy), ("b.jsonl:1", message, remedy)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Ties #\n\nText.\n", ("Ties", None, None, None)),
        ("Text.\n\n## Not the title\n\n# Later\n", ("Later", None, None, None)),
        ("Text.\n```\n# a comment\n```\n", (None, None, None, None)),
        ("#hashtag\n\nText.\n", (None, None, None, None)),
        ("---\ntitle: \"Ties: 70 years\"\ndate: 2019-04-25\nsource: 'TASS'\nlink: https://a.b\ntags:\n- x\n---\n# No\n",
         ("Ties: 70 years", "2019-04-25", "TASS", "https://a.b")),
        ("---\r\nHeadline: Ties\r\nPublished: 5 May 2019\r\n---\r\nText.\r\n", ("Ties", "5 May 2019", None, None)),
        ("+++\ntitle = \"Ties\"\ndate = 2019-04-25\npublisher = \"TASS\"\ntags = []\n+++\nText.",
         ("Ties", "2019-04-25", "TASS", None)),
        ("---\nA rule above, no front matter.\n", (None, None, None, None)),
    ],
)  # fmt: skip
def test_markdown_metadata(folder: Path, text: str, expected: tuple[str | None, ...]) -> None:
    put(folder / "a.md", text)
    (article,) = articles("a.md")
    assert (article.title, article.stated, article.outlet, article.url) == expected
    assert (article.text, article.format) == (text, "markdown")


def test_broken_toml_front_matter_is_told_and_the_text_read(folder: Path) -> None:
    put(folder / "a.md", "+++\ntitle = Ties\n+++\n# Heading\n")
    found = list(read(["a.md"]))
    assert [type(item) for item in found] == [Problem, Article]
    assert problems("a.md")[0][0] == "a.md:1"
    assert isinstance(found[1], Article)
    assert found[1].title == "Heading"


# -- standard input ---------------------------------------------------------------------------------------------------


def test_standard_input_is_text() -> None:
    stdin = io.BytesIO(b"One.\r\nTwo.")
    assert list(read(["-", "-"], stdin=stdin)) == [Article("-", "One.\r\nTwo.", path="-")]
    assert not stdin.closed


def test_empty_standard_input_is_a_problem() -> None:
    assert list(read(["-"], stdin=io.BytesIO())) == [Problem("-", "empty", LEAVE_OUT)]
