"""The errors that the tool raises on purpose; everything else is a bug."""

from __future__ import annotations

from collections.abc import Iterable


class FactcheckError(Exception):
    """A fault that the user can mend, told in one line.

    `where` names the file (and line or key), `remedy` says what to do about it.
    """

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        self.message, self.where, self.remedy = message, where, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}; {self.remedy}" if self.remedy else head


class InputError(FactcheckError):
    """A file or folder that cannot be read as articles."""


class RuleError(FactcheckError):
    """A rule file that cannot be used."""


class LexiconError(FactcheckError):
    """A vocabulary file that cannot be used."""


class SettingsError(FactcheckError):
    """A settings file that cannot be used; `faults` are all of its faults, each a line of its own."""

    faults: tuple[str, ...] = ()

    @classmethod
    def of(cls, where: str, faults: Iterable[str]) -> SettingsError:
        """Return the error for a file with these faults."""
        kept = tuple(faults)
        error = cls("; ".join(kept), where=where)
        error.faults = tuple(f"{where}: {fault}" for fault in kept)
        return error
