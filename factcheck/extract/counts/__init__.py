"""Numbers of things: a number with what modifies it, its unit, and the class of what is counted.

Comes in: a document. Goes out: `Count` records in text order. Dates, times, ages, ranks, names and labels ("Flight
447", "A330-200") are no counts; neither are small counts that point back ("the two countries").
"""

from __future__ import annotations

from factcheck.extract.counts.reading import Count, find

__all__ = ["Count", "find"]
