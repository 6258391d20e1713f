"""What leaves the ledger: JSON lines, Markdown, HTML."""
