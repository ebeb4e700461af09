"""Numbers before a unit, read from right to left: "twenty-five", "1,500", "two and a half", "a couple of"."""

from __future__ import annotations

from msgspec import Struct

from factcheck.extract.time.drafts import Scan

_DASHES = frozenset("-–—‑")
_HALVES = {"half": 0.5, "quarter": 0.25}


class Amount(Struct, frozen=True):
    """A number of units from token `first` on; `value` is "2", "0.5" or "X"."""

    first: int
    value: str
    article: bool = False
    low: str = ""


def before(scan: Scan, i: int) -> Amount | None:
    """Return the number that ends just before token i, None where there is none.

    "two [years]" → 2   "a few [days]" → X   "two and a half [hours]" → 2.5   "half an [hour]" → 0.5
    """
    j = i - 1
    if j < scan.floor:
        return None
    if scan.lower[j] in _DASHES and scan.glued(j) and j > scan.floor:
        j -= 1
    for _ in range(2):
        if j > scan.floor and scan.lower[j] in scan.words.adjectives:
            j -= 1
    amount = _ending_at(scan, j)
    if amount and amount.article and scan.lower[j + 1] in scan.words.relatives:  # a previous year is no length
        return None
    return _extended(scan, amount) if amount else None


def _ending_at(scan: Scan, j: int) -> Amount | None:
    word = scan.lower[j]
    if word[0].isdigit():
        return _digits(scan, j)
    if word in ("a", "an"):
        if scan.low(j - 1) in _HALVES and j - 1 >= scan.floor:  # half an [hour]
            return Amount(j - 1, "0.5")
        if scan.low(j - 1) == "of" and scan.low(j - 2) in scan.words.near["fractions"]:  # two thirds of a [year]
            return _quarters(scan, j - 2)
        return Amount(j, "1", article=True)
    if word == "of":
        return _of(scan, j)
    if word in _HALVES:
        return _half(scan, j) if word == "half" else _quarter(scan, j)
    if word in scan.words.numbers:
        return _words(scan, j)
    if word in scan.words.vague:
        return _vague(scan, j)
    if word == "another":
        return Amount(j, "1")
    return None


def _quarter(scan: Scan, j: int) -> Amount | None:
    """Read "a quarter [century]", "quarter-[hour]"."""
    following = scan.low(j + 1 + (scan.low(j + 1) in _DASHES))
    return _quarters(scan, j) if following in ("century", "hour") else None


def _quarters(scan: Scan, j: int) -> Amount | None:
    """Read "a quarter of a [century]" and "three-quarters of an [hour]" back from the quarters."""
    k = j - 1
    if scan.lower[j] == "quarter":
        return Amount(k if scan.low(k) in ("a", "one") and k >= scan.floor else j, "0.25")
    k -= scan.low(k) in _DASHES
    if scan.lower[j] == "quarters" and scan.low(k) in ("three", "3") and k >= scan.floor:
        return Amount(k, "0.75")
    return None


def _digits(scan: Scan, j: int) -> Amount | None:
    """Read "12", "1,500", "2.5"; not "3rd", "2019-20", "$12", "4:30"."""
    plain = scan.lower[j].replace(",", "")
    if not plain.replace(".", "", 1).isdigit() or len(plain) > 9:
        return None
    previous = scan.low(j - 1)
    if scan.glued(j) and previous in ("$", "€", "£", "#", "/", ":", "."):
        return None
    return Amount(j, _plain(plain))


def _plain(number: str) -> str:
    value = float(number)
    return str(int(value)) if value == int(value) else str(value)


def _words(scan: Scan, j: int) -> Amount | None:
    """Read number words back to the first: "one hundred and twenty", "twenty-five"."""
    first = j
    while first - 1 >= scan.floor:
        word = scan.lower[first - 1]
        if word in scan.words.numbers:
            if scan.lower[first] in scan.words.numbers and not _continues(scan, first - 1, first):
                break
            first -= 1
        elif (
            (word in _DASHES or (word == "and" and scan.lower[first - 2] in ("hundred", "thousand")))
            and first - 2 >= scan.floor
            and scan.lower[first - 2] in scan.words.numbers
            and _continues(scan, first - 2, first)
        ):
            first -= 2
        else:
            break
    multiplier = scan.lower[first] in ("hundred", "dozen", "thousand", "million")
    if scan.lower[first : j + 1] == ["dozen"] and scan.lower[max(0, first - 2) : first] == ["half", "a"]:
        return Amount(first - 2, "6")
    if multiplier and scan.low(first - 1) in ("a", "one") and first - 1 >= scan.floor:
        return Amount(first - 1, str(_value(scan, first, j)))
    if multiplier and first > scan.floor and (count := scan.low(first - 1)).isdigit():
        return Amount(first - 1, str(int(count) * _value(scan, first, j)))
    if multiplier and scan.low(first - 1) in ("few", "several", "couple"):
        return _vague(scan, first - 1)
    return Amount(first, str(_value(scan, first, j)))


def _continues(scan: Scan, left: int, right: int) -> bool:
    """Tell whether two number words make one number: "twenty five", "two hundred"; not "two three"."""
    numbers = scan.words.numbers
    one, two = numbers[scan.lower[left]], numbers.get(scan.lower[right], 0)
    return (two >= 12 and two % 2 == 0 and two > one and (two in (12, 100) or two >= 1000)) or (one >= 20 and two < one)


def _value(scan: Scan, first: int, last: int) -> int:
    total = current = 0
    for k in range(first, last + 1):
        number = scan.words.numbers.get(scan.lower[k])
        if number is None:
            continue
        if number in (12, 100) and (current or scan.lower[k] != "twelve") and scan.lower[k] in ("dozen", "hundred"):
            current = max(current, 1) * number
        elif number >= 1000:
            total, current = total + max(current, 1) * number, 0
        else:
            current += number
    return total + current


def _half(scan: Scan, j: int) -> Amount:
    """Read "two and a half [years]", "a half [hour]", "half [hour]", "one-and-a-half"."""
    k = j - 1
    while k >= scan.floor and scan.lower[k] in _DASHES:
        k -= 1
    if k >= scan.floor and scan.lower[k] == "a":
        m = k - 1
        while m >= scan.floor and scan.lower[m] in _DASHES:
            m -= 1
        if m > scan.floor and scan.lower[m] == "and":
            n = m - 1
            while n > scan.floor and scan.lower[n] in _DASHES:
                n -= 1
            whole = _ending_at(scan, n) if scan.lower[n] not in ("half", "of") else None
            if whole and whole.value.isdigit() and not whole.article:
                return Amount(whole.first, f"{whole.value}.5")
        return Amount(j if scan.low(j + 1) in _DASHES else k, "0.5")
    if k > scan.floor and scan.lower[k] == "and" and scan.lower[k - 1] in scan.words.numbers:  # two and half [years]
        whole = _ending_at(scan, k - 1)
        if whole and whole.value.isdigit():
            return Amount(whole.first, f"{whole.value}.5")
    return Amount(j, "0.5")


def _of(scan: Scan, j: int) -> Amount | None:
    """Read "a couple of", "a number of", "dozens of", "hundreds of thousands of"."""
    head = scan.low(j - 1)
    if j - 1 < scan.floor:
        return None
    if head == "couple":
        first = j - 2 if scan.low(j - 2) in ("a", "the") and j - 2 >= scan.floor else j - 1
        return Amount(first, "2")
    if head in scan.words.near["counts_of"]:
        first = j - 1
        if scan.low(first - 1) == "of" and scan.low(first - 2) in ("tens", "hundreds") and first - 2 >= scan.floor:
            first -= 2
        if head in ("number", "matter"):
            return Amount(first - 1, "X") if scan.low(first - 1) == "a" and first - 1 >= scan.floor else None
        return Amount(first, "X")
    return None


def _vague(scan: Scan, j: int) -> Amount | None:
    """Read "several", "a few", "the few", "many", "a couple"."""
    word = scan.lower[j]
    if word in scan.words.near["vague_with_of"]:
        return None
    if word == "couple":
        return Amount(j - 1, "2") if scan.low(j - 1) == "a" and j - 1 >= scan.floor else None
    first = j
    for lead in (scan.words.near["few_before"], ("a", "quite"), ("quite",)):
        if first - 1 >= scan.floor and scan.lower[first - 1] in lead:
            first -= 1
    return Amount(first, "X")


def _extended(scan: Scan, amount: Amount) -> Amount:
    """Take in the lower end of a range: "two to three [weeks]", "5-7 [days]", "three or four [months]"."""
    j = amount.first - 1
    if amount.article or j - 1 < scan.floor or not amount.value.replace(".", "").isdigit():
        return amount
    link = scan.lower[j]
    if not (link in ("to", "or") or (link in _DASHES and (scan.glued(j) or scan.raw(j) == "–"))):
        return amount
    low = _ending_at(scan, j - 1)
    if not low or low.article or not low.value.replace(".", "").isdigit():
        return amount
    if float(low.value) >= float(amount.value):
        return amount
    return Amount(low.first, amount.value, low=low.value)


_CLOCK_UNITS = {"S": "S", "MIN": "M", "H": "H"}


_HALVED = {"H": (60, "MIN"), "MIN": (60, "S"), "Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y")}


_YEARS = {"DE": 10, "CE": 100, "ML": 1000}


def length(value: str, code: str) -> str:
    """Return the TIMEX3 duration: ("2", "H") → "PT2H", ("0.5", "H") → "PT30M", ("0.5", "Y") → "P6M"."""
    if value in ("0.25", "0.5", "0.75") and code in _HALVED:
        factor, finer = _HALVED[code]
        return length(_plain(str(float(value) * factor)), finer)
    if code == "FN":
        return f"P{2 * int(float(value))}W" if value != "X" else "PXW"
    if code == "SEM":
        return f"P{6 * int(float(value))}M" if value != "X" else "PXM"
    if code in ("DE", "CE", "ML") and value != "X":
        return f"P{_plain(str(float(value) * _YEARS[code]))}Y"
    if code == "DE":
        return "PXY"
    if code in ("CE", "ML"):
        return "PX" + code
    if code in _CLOCK_UNITS:
        return f"PT{value}{_CLOCK_UNITS[code]}"
    return f"P{value}{code}"
