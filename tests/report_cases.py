"""A small result made by hand: two articles that give two dates for one summit, and a file that could not be used."""

from __future__ import annotations

from datetime import date

from factcheck.model import (
    Article,
    Cue,
    DateClaim,
    DateValue,
    Finding,
    FindingValue,
    Passage,
    Problem,
    Published,
    Result,
    RuleNote,
    Subject,
    SubjectMention,
    SubjectRef,
)

SUMMIT = SubjectRef("event:summit", "event", "Oslo summit")
SUBJECT = Subject(
    SUMMIT.id,
    "event",
    SUMMIT.name,
    mentions=(SubjectMention("a.txt", 21, 27, "summit"), SubjectMention("b", 4, 10, "summit")),
    participants=("person:ada-berg",),
    head="meeting",
)
FIRST = "OSLO, April 25. The *summit* took place on April 25, 2019.\nIt was Thursday."
SECOND = "The summit took place on April 26, 2019 | in Oslo."


def passage(article: str, text: str, words: str, sentence: str, line: int) -> Passage:
    """Return a quotation of some words of a text."""
    start = text.index(words)
    return Passage(article, start, start + len(words), words, line, sentence)


def dated(ident: str, words: Passage, day: date) -> DateClaim:
    """Return the claim that the summit was on a day."""
    return DateClaim(
        id=ident,
        article=words.article,
        text=words.text,
        start=words.start,
        end=words.end,
        sentence=(0, len(words.sentence)),
        subject=SUMMIT,
        value=DateValue(day.isoformat(), earliest=day, latest=day),
    )


def finding(verdict: str, name: str) -> Finding:
    """Return a finding of two dates, with a verdict."""
    first = passage("a.txt", FIRST, "April 25, 2019", "The *summit* took place on April 25, 2019.", 1)
    second = passage("b", SECOND, "April 26, 2019", SECOND, 7)
    return Finding(
        id=f"f{name}",
        rule="event-date",
        severity="note" if verdict == "reconciled" else "error",
        verdict=verdict,  # type: ignore[arg-type]
        subject=SUMMIT,
        message=f"Oslo summit: {name} of [two] dates",
        values=(
            FindingValue("2019-04-25", 2, ("c1",), (first,)),
            FindingValue("2019-04-26", 1, ("c2",), (second,)),
        ),
        explanation=("Both speak of the Oslo summit.", "2019-04-25 is not 2019-04-26."),
    )


def result() -> Result:
    """Return the whole."""
    weekday = Cue("weekday", "Thursday", 66, 74, "a Thursday", True)
    anniversary = Cue("anniversary", "", None, None, "2018", False)
    published = Published(date(2019, 4, 25), date(2019, 4, 25), True, "2019-04-25", (weekday, anniversary))
    return Result(
        articles=(
            Article("a.txt", FIRST, path="news/a.txt", outlet="The Fjord", words=12, published=published),
            Article("b", SECOND, path="news/b.jsonl", line=7, format="jsonlines", words=9),
        ),
        claims=(
            dated("c1", passage("a.txt", FIRST, "April 25, 2019", FIRST, 1), date(2019, 4, 25)),
            dated("c2", passage("b", SECOND, "April 26, 2019", SECOND, 7), date(2019, 4, 26)),
        ),
        subjects={SUMMIT.id: SUBJECT},
        findings=(finding("conflict", "one"), finding("reconciled", "two")),
        problems=(Problem("news/c.txt", "empty", "leave it out"),),
        stats={"articles": 2, "words": 21, "claims": 2, "subjects": 1, "conflict": 1, "variant": 0, "reconciled": 1}
        | {"findings": 2, "problems": 1},
        rules=(RuleNote("event-date", "Dates of one event", "error", "Readers turn up on the day.", "Ask the host."),),
    )
