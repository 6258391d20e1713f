r"""A brief in Markdown (CommonMark with footnotes), to be pasted into mails and notes.

Everything that comes from an article is escaped: whatever it holds, it prints as it stands and
makes no markup and no link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from redite.briefing.wording import Wording, wording
from redite.exports.evidence import Source, sources
from redite.exports.plot import blocks
from redite.exports.shown import one_line
from redite.reports import cut
from redite.values import Brief, Chart, Record

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#$^{}])")
# What GitHub's flavour makes links of although nothing marks it: addresses and mail addresses.
_ADDRESS = re.compile(r"(?<=[a-zA-Z0-9]):(?=//)|(?<=[wW]{3})\.|:(?=[^\s]*@)")
_MAIL = re.compile(r"(?<=\S)@(?=\S)")
_LIST_START = re.compile(r"^([-+=:]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """Return `text` on one line so that Markdown prints it as it stands.

    >>> escape("[click](https://bad.example) <b>")
    '\\\\[click\\\\](https\\\\://bad.example) \\\\<b\\\\>'
    """
    text = _SPECIAL.sub(r"\\\1", one_line(text))
    text = _ADDRESS.sub(lambda match: "\\" + match[0], text)
    text = _MAIL.sub("<!-- -->@", text)
    return _LIST_START.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], text)


NOTES = 8
"""Notes of one sentence; what further reports say stands in the JSON form."""


def brief_markdown(brief: Brief, records: Mapping[str, Record]) -> str:
    """Return the brief as Markdown; every sentence ends in the numbers of its evidence.

    Args:
        brief: The brief.
        records: Everything that it cites, by statement id.
    """
    say = wording(brief.language)
    numbers: dict[str, int] = {}
    notes: list[str] = []
    name = f" · {escape(brief.lens)}" if brief.lens else ""
    lines = [f"# {say.headings['brief']} {heading(brief)}".rstrip() + name, ""]
    if not brief.sentences:
        lines += [escape(brief.method), ""]
        return "\n".join(lines)
    for section, sentences in groupby(brief.sentences, key=lambda sentence: sentence.section):
        lines += [f"## {escape(section)}", ""]
        if section == say.headings["timing"]:
            drawn = [line for chart in brief.charts for line in _drawn(chart)]
            lines += ["```text", *drawn, "```", ""] if drawn else []
        for sentence in sentences:
            marks = []
            found = sources(sentence, records)
            for source in found[: NOTES if len(found) > NOTES + 1 else None]:
                if source.key not in numbers:
                    numbers[source.key] = len(numbers) + 1
                    notes.append(f"[^{numbers[source.key]}]: {_note(source, say)}")
                marks.append(f"[^{numbers[source.key]}]")
            if len(found) > len(marks):
                marks.append(f"\\+{len(found) - len(marks)}")
            lines.append(f"- {escape(sentence.text)}{' '.join(marks)}")
        lines.append("")
    lines += ["---", "", f"*{escape(brief.method)}*", "", *notes, ""]
    return "\n".join(lines)


def _drawn(chart: Chart) -> list[str]:
    line = blocks(chart)
    return [one_line(chart.name).replace("`", "'"), line] if line else []


def heading(brief: Brief) -> str:
    """Return the period of a brief as ISO days: one, or first and last."""
    since = brief.since.isoformat() if brief.since else ""
    until = brief.until.isoformat() if brief.until else ""
    if since == until:
        return since
    return f"{since} – {until}".strip()


def _note(source: Source, say: Wording) -> str:
    quoted = " … ".join(piece.text.strip() for piece in source.pieces if piece.quoted)
    parts = [
        f"**{escape(source.title)}**" if source.title else "",
        escape(source.outlet) if source.outlet else "",
        source.published or say.page["undated"],
        source.language or "",
        say.page["reprint"] if source.reprint else "",
        _address(source),
    ]
    told = ", ".join(part for part in parts if part)
    id = f" (`{source.statement}`)" if source.statement else ""
    return f"{told}: {escape(say.quoted(cut(quoted, 400)))}{id}"


def _address(source: Source) -> str:
    if source.link:
        return f"<{source.link.replace('<', '%3C').replace('>', '%3E')}>"
    return escape(source.url) if source.url else ""
