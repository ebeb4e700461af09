"""Building claims: ids from content, the sentence around, who says it and how surely."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, TypeVar

import msgspec

from factcheck.extract import speech
from factcheck.extract.document import Document
from factcheck.model import BaseClaim, Certainty, SubjectRef

AnyClaim = TypeVar("AnyClaim", bound=BaseClaim)

_encode = msgspec.json.Encoder(order="sorted").encode


def build(
    kind: type[AnyClaim],
    document: Document,
    start: int,
    end: int,
    value: msgspec.Struct,
    *,
    subject: SubjectRef | None = None,
    certainty: Certainty | None = None,
    anchors: tuple[str, ...] = (),
    own: bool = False,
) -> AnyClaim:
    """Return a claim over text[start:end], with its id, sentence, speaker and certainty filled in.

    `certainty` overrides what the words around it say. The date and place of the article itself (`own`) are nobody's
    words and plainly asserted.
    """
    fields: dict[str, Any] = {
        "id": identify(document.article.article, kind.__struct_config__.tag, start, end, value),
        "article": document.article.article,
        "text": document.text[start:end],
        "start": start,
        "end": end,
        "sentence": document.tokens.around(start, end),
        "subject": subject,
        "asserted_by": None if own else speech.speaker(document, start, end),
        "certainty": certainty or ("asserted" if own else speech.certainty(document, start, end)),
        "anchors": anchors,
        "value": value,
    }
    return kind(**fields)


def identify(article: str, kind: object, start: int, end: int, value: msgspec.Struct) -> str:
    """Return a claim's id: "c" and twelve hex digits over article, kind, span and value."""
    content = f"{article}\0{kind}\0{start}\0{end}\0".encode() + _encode(value)
    return "c" + sha256(content).hexdigest()[:12]
