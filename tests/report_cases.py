"""Results made by hand.

A small one: two articles that give two dates for one summit, and a file that could not be used. One with every verdict
and severity, for filters. And one of any size.
"""

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
ADA = SubjectRef("person:ada-berg", "person", "Ada Berg")
OLE = SubjectRef("person:ole-dahl", "person", "Ole Dahl")
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


def told(number: int, subject: SubjectRef, rule: str, severity: str, verdict: str, *words: tuple[str, str]) -> Finding:
    """Return a finding whose values are words, each in an article that says no more than "It was <words> then."."""
    values = [
        FindingValue(text, 1, (), (Passage(article, 7, 7 + len(text), text, 1, f"It was {text} then."),))
        for article, text in words
    ]
    return Finding(
        id=f"f{number}",
        rule=rule,
        severity=severity,  # type: ignore[arg-type]
        verdict=verdict,  # type: ignore[arg-type]
        subject=subject,
        message=f"Finding {number} about {subject.name}",
        values=tuple(values),
        explanation=(f"Step one of finding {number}.",),
    )


def assorted() -> Result:
    """Return findings of every verdict and severity, about two people and an event, in three articles."""
    texts = {"a.txt": "It was red then.", "b.txt": "It was blue then.", "c.txt": "It was old then."}
    red, blue, old = ("a.txt", "red"), ("b.txt", "blue"), ("c.txt", "old")
    return Result(
        articles=tuple(Article(name, text, path=f"news/{name}", words=4) for name, text in texts.items()),
        subjects={
            ADA.id: Subject(ADA.id, "person", ADA.name, mentions=(SubjectMention("a.txt", 0, 2, "It"),)),
            OLE.id: Subject(OLE.id, "person", OLE.name, mentions=(SubjectMention("b.txt", 0, 2, "It"),)),
            SUMMIT.id: SUBJECT,
        },
        findings=(
            told(1, SUMMIT, "event-date", "error", "conflict", red, blue),
            told(2, ADA, "officeholder-title", "warning", "conflict", red, old),
            told(3, OLE, "name-spelling", "note", "variant", blue, old),
            told(4, OLE, "person-age", "note", "reconciled", blue, old),
        ),
        rules=(RuleNote("event-date", "Dates of one event", "error", "Readers turn up on the day.", "Ask the host."),),
    )


def many(articles: int, findings: int) -> Result:
    """Return a result of some size: articles of 2,600 characters, findings of two values, a third of each severity."""
    paragraph = "The talks in the old town hall went on and on until the bells of the church rang. " * 8
    names = [f"{number:03}.txt" for number in range(articles)]
    texts = {name: f"It was day {name[:3]} then.\n\n" + "\n\n".join([paragraph] * 4) for name in names}
    people = [SubjectRef(f"person:{number:02}", "person", f"Person {number:02}") for number in range(40)]
    kinds = (("event-date", "error", "conflict"), ("name-spelling", "note", "variant"), ("age", "note", "reconciled"))
    made = []
    for number in range(findings):
        first, second = names[number % articles], names[(number * 7 + 1) % articles]
        words = ((first, f"day {first[:3]}"), (second, f"day {second[:3]}"))
        made.append(told(number, people[number % 40], *kinds[number % 3], *words))
    subjects = {
        one.id: Subject(
            one.id, "person", one.name, mentions=tuple(SubjectMention(name, 0, 2, "It") for name in names[at::5])
        )
        for at, one in enumerate(people)
    }
    return Result(
        articles=tuple(Article(name, text, path=name, words=500) for name, text in texts.items()),
        subjects=subjects,
        findings=tuple(made),
    )
