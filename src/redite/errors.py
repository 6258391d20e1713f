"""Every error a caller may meet.

    RediteError
    ├── UsageError        the request makes no sense (exit status 2)
    ├── LedgerError       a ledger cannot be opened, read or written (exit status 2)
    │   └── LedgerVersionError   it was written by another version of redite
    ├── IntakeError       one input cannot be read; the run goes on without it
    │   └── FetchError    an address cannot, or must not, be fetched
    ├── LanguageDataError a language file breaks its rules
    └── WeightsError      a model file is missing or damaged

Each message names the thing, the value and the way out.
"""


def unreadable(error: OSError | ValueError) -> str:
    """Return in words why a file could not be read, after what Python raised."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "permission to read it is missing"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "it is not UTF-8" if isinstance(error, UnicodeError) else "no path can be like that"


class RediteError(Exception):
    """Base of every error that redite raises on purpose."""


class UsageError(RediteError):
    """The request makes no sense: an unknown format, a date that is none."""


class LedgerError(RediteError):
    """A ledger cannot be opened, read or written."""


class LedgerVersionError(LedgerError):
    """A ledger was written by a version of redite with another schema."""


class IntakeError(RediteError):
    """One input cannot be read; says which and why."""


class FetchError(IntakeError):
    """An address cannot be fetched, or must not be."""

    def __init__(self, message: str, retry_after: str | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        """When the server wants to be asked again, as it wrote it (RFC 9110, 10.2.3)."""


class LanguageDataError(RediteError):
    """A language file breaks its rules; says which file, which key."""


class WeightsError(RediteError):
    """A model file is missing or damaged."""
