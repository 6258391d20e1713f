"""Our own corpus: invented news with everything marked that redite is to find (FORMAT.md)."""
