"""Shape of the section `digests`: words that give a round-up or an advertisement away."""

from pydantic import BaseModel, ConfigDict


class DigestWords(BaseModel):
    """Words that head a round-up of news from many speakers, and labels of what is paid for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    headings: tuple[str, ...]
    """Phrases, lower case; one of them in the first line makes a list of items a digest."""
    advertised: tuple[str, ...] = ()
    """Labels of an advertisement at the beginning of a line; behind one that ends in a colon or a
    full stop who pays must follow."""
