"""The errors that the tool raises on purpose; everything else is a bug."""


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
