"""The article that the name of a country takes in the language of a brief."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict


class Countries(BaseModel):
    """Which article countries take, by ISO code; of others the ending decides."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    plural: str = "{name}"
    masculine: str = "{name}"
    feminine: str = "{name}"
    elided: str = "{name}"
    bare: frozenset[str] = frozenset()
    """Those without an article."""
    plurals: frozenset[str] = frozenset()
    masculines: frozenset[str] = frozenset()
    """Those whose first word ends like a feminine one."""

    def named(self, name: str, code: str) -> str:
        """Return the name of a country as it stands in running text."""
        if code in self.bare:
            return name
        first = re.split(r"[ \-‑]", name)[0]
        if code in self.plurals:
            pattern = self.plural
        elif first[:1] in "AEIOUÉÈÊÎÔ":
            pattern = self.elided
        elif first.endswith("e") and code not in self.masculines:
            pattern = self.feminine
        else:
            pattern = self.masculine
        return pattern.format(name=name)
