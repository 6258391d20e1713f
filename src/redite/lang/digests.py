"""Shape of the section `digests`: words by which a round-up of the day gives itself away."""

from pydantic import BaseModel, ConfigDict


class DigestWords(BaseModel):
    """Words that head a round-up of news from many speakers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    headings: tuple[str, ...]
    """Phrases, lower case; one of them in the first line makes a list of items a digest."""
