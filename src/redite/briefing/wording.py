"""How a brief puts things in words: the patterns of one language's file, typed and filled in.

Nothing here decides what is said; the other modules of `redite.briefing` do. A language is one
YAML file beside this one; en.yaml explains every key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from string import Formatter

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from redite.briefing.countries import Countries
from redite.briefing.identity import is_a_kind, names_nobody, points_back
from redite.errors import LanguageDataError, UsageError
from redite.reports import cue_words, cut, is_verbatim, outlet, published_on, stance
from redite.text.markup import readable
from redite.text.nominative import nominative_group, readings
from redite.values import Change, Damage, DamageKind, DateInterval, Label, Record, SpeakerKind, Term

Patterns = dict[str, str]


class Who(BaseModel):
    """What to call those who have no name, and the article before some that have one."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    unnamed: str
    unnamed_words: str
    office: str
    office_printed: str
    organisation: str
    article_before: tuple[str, ...] = ()
    article_never: tuple[str, ...] = ()
    determined: tuple[str, ...] = ()
    countries: Countries = Countries()


class Wording(BaseModel):
    """Every pattern of one language."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    language: str
    marks: tuple[str, str]
    marks_around: tuple[str, str]
    """Those around words that hold the others themselves."""
    list: Patterns
    headings: Patterns
    explained: Patterns
    said: Patterns
    verbs: Patterns
    via: Patterns
    sources: Patterns
    verdicts: Patterns
    badges: dict[Label, str]
    again: Patterns
    changes: Patterns
    slots: Patterns
    statuses: Patterns
    since: Patterns
    days: Patterns
    months: tuple[str, ...]
    who: Who
    folded: Patterns
    amount: Patterns
    nothing_new: Patterns
    dues: Patterns
    likelihoods: Patterns
    terms: dict[Term, str]
    timing: Patterns
    doubts: Patterns
    damage: dict[DamageKind, str]
    corrected: Patterns
    takeaways: Patterns
    method: Patterns
    period: Patterns
    page: Patterns
    plural: str
    nouns: dict[str, tuple[str, ...]]
    called: dict[str, str] = {}
    """What people and bodies are called in this language, by their English names."""
    bodies: Patterns
    """Ministries and the like, by what they are for (see `redite.lang.offices`)."""
    names: dict[str, str] = {}
    """What those of one brief are called, by id (see `redite.briefing.called`)."""

    @model_validator(mode="after")
    def _forms(self) -> Wording:
        wanted = {"two": 2, "french": 2, "slavic": 3}.get(self.plural)
        if wanted is None or len(self.months) != 12:
            raise ValueError("plural is two, french or slavic, and there are twelve months")
        if wrong := [noun for noun, forms in self.nouns.items() if len(forms) != wanted]:
            raise ValueError(f"{', '.join(wrong)}: {self.plural} nouns have {wanted} forms")
        return self

    # --- small things ---------------------------------------------------------------------------

    def quoted(self, words: str) -> str:
        """Return words between quotation marks: other ones than any that they hold themselves."""
        own = any(mark.strip() in words for mark in self.marks)
        opened, closed = self.marks_around if own else self.marks
        return f"{opened}{words}{closed}"

    def count(self, number: int, noun: str) -> str:
        """Return a number with its noun: "1 article", "2 articles"."""
        forms = self.nouns[noun]
        if self.plural == "two":
            form = forms[number != 1]
        elif self.plural == "french":
            form = forms[number > 1]
        elif number % 10 == 1 and number % 100 != 11:
            form = forms[0]
        else:
            few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
            form = forms[1 if few else 2]
        grouped = f"{number:,}".replace(",", self.list["thousands"]) if number >= 10_000 else number
        return form.format(n=grouped)

    def listed(self, parts: Sequence[str]) -> str:
        """Return parts as a list in words: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.list["and"].join((self.list["comma"].join(parts[:-1]), parts[-1]))

    def number(self, value: float) -> str:
        """Return a number with one decimal, as the language writes it."""
        return f"{value:.1f}".replace(".", self.list["decimal"])

    def probability(self, value: float) -> str:
        """Return a p-value, small ones as a bound."""
        if value < 0.001:
            return "< 0.001".replace(".", self.list["decimal"])
        return f"= {value:.3f}".replace(".", self.list["decimal"])

    # --- days -----------------------------------------------------------------------------------

    def day(self, day: date, year: int | None) -> str:
        """Return a day in words, with its year unless that is `year`."""
        pattern = self.days["day" if day.year == year else "day_year"]
        return pattern.format(
            day=self._number(day), month=self.months[day.month - 1], year=day.year
        )

    def on(self, interval: DateInterval | None, year: int | None) -> str:
        """Return when something was said, with a leading blank; empty where no text says."""
        if interval is None or (interval.start is None and interval.end is None):
            return ""
        start, end = interval.start, interval.end
        if start is not None and end is not None:
            if start == end:
                return self.days["exact"].format(date=self.day(start, year))
            return self.between(self.days["between"], start, end, year)
        if start is not None:
            return self.days["from"].format(date=self.day(start, year))
        assert end is not None
        return self.days["until"].format(date=self.day(end, year))

    def between(self, pattern: str, first: date, last: date, year: int | None) -> str:
        """Return two days in words; their month is named once where it is the same."""
        begins = self.day(first, year)
        if (first.year, first.month) == (last.year, last.month):
            begins = self._number(first)
        return pattern.format(start=begins, end=self.day(last, year))

    def _number(self, day: date) -> str:
        return self.days.get("first", "{n}").format(n=1) if day.day == 1 else str(day.day)

    def when(self, record: Record, year: int | None) -> str:
        """Return when something was said: the day itself, else the day it was reported."""
        said = record.statement.said_on
        if said is not None and said.start is not None and said.start == said.end:
            return self.since["said"].format(date=self.day(said.start, year))
        if not record.article.dated:
            return self.since["undated"]
        return self.since["reported"].format(date=self.day(published_on(record), year))

    def when_reported(self, record: Record, year: int | None) -> str:
        """Return when a report was published."""
        if not record.article.dated:
            return self.since["undated"]
        return self.since["report"].format(date=self.day(published_on(record), year))

    def stretch(self, first: date, last: date, year: int | None) -> str:
        """Return "on 4 March" or "from 4 March to 6 March"."""
        if first == last:
            return self.period["day"].format(since=self.day(first, year))
        return self.between(self.period["between"], first, last, year)

    # --- people and outlets ---------------------------------------------------------------------

    def verb(self, record: Record) -> str:
        """Return what the speaker did with the words: "said", unless the cue turns them round."""
        kind = "affirmed" if is_verbatim(record) else stance(record)
        return self.verbs[kind].format(cue=self.quoted(cue_words(record)))

    def speaker(self, record: Record) -> str:
        """Return what to call the speaker, never more than the record tells."""
        speaker, mention = record.judgement.speaker, record.statement.speaker
        if speaker.id in self.names:  # ours, and none of the article's language
            return self.named(self.names[speaker.id], speaker.kind)
        name = " ".join((speaker.name or mention.name).split())
        if not name or names_nobody(name, record.article.language):
            return self.who.unnamed
        kind_only = speaker.kind is SpeakerKind.ORGANISATION and is_a_kind(name, record)
        if speaker.kind is SpeakerKind.UNNAMED or kind_only:
            printed = _stands_in(name, record)
            if (
                " " in name
                and (printed or _declined(name, record))
                and not points_back(name, record)
            ):
                subject = nominative_group(name, record.article.language)
                words = cut(subject, 80)  # only what is printed so stands between marks
                shown = self.quoted(words) if printed and subject == name else words
                return self.who.unnamed_words.format(words=shown)
            return self.who.unnamed
        if speaker.kind is SpeakerKind.OFFICE:
            foreign = record.article.language not in (None, self.language) or (
                self.language == "en" and not name.isascii()
            )
            if foreign:
                return self.who.office_printed.format(words=self.quoted(cut(name, 80)))
            if name.split()[0].lower() in self.who.determined:
                return name
            return self.who.office.format(words=name)
        return self.named(cut(name, 120), speaker.kind)

    def named(self, name: str, kind: SpeakerKind) -> str:
        """Return a name as it stands in running text."""
        if kind is not SpeakerKind.ORGANISATION or name.lower().startswith("the "):
            return name
        if any(part in name for part in self.who.article_never):
            return name
        if any(part in name for part in self.who.article_before):
            return self.who.organisation.format(name=name)
        return name

    def chain(self, record: Record) -> str:
        """Return via whom, outermost first, with a leading blank; empty where nobody is between."""
        names = []
        via = record.judgement.via
        mentions = record.statement.via
        for at, speaker in enumerate(via):
            given = mentions[at].name if at < len(mentions) else ""
            ours = self.names.get(speaker.id)
            name = " ".join((ours or speaker.name or given).split())
            known = ours or (name and not names_nobody(name, record.article.language))
            names.append(self.named(name, speaker.kind) if known else self.who.unnamed)
        if not names:
            return ""
        if len(names) == 1:
            return self.via["one"].format(first=names[0])
        return self.via["chain"].format(first=names[0], rest=self.via["link"].join(names[1:]))

    def carried(self, reports: Sequence[Record]) -> str:
        """Return who carried something, and in how many reports; every report changes the words.

        The first outlet is named and a second where there are no more; reprints are counted
        apart; reports are counted where an outlet has several.
        """
        originals = [r for r in reports if r.standing.duplicate_of is None]
        if not originals:
            name = outlet(reports[0].article) or self.sources["nobody"]
            told = self.sources["reprint"].format(first=name)
            return told + self._more(len(reports) - 1, "reprints")
        names = list(dict.fromkeys(outlet(r.article) or f"\0{r.article.key}" for r in originals))
        shown = [self.sources["nobody"] if name[0] == "\0" else name for name in names]
        if len(names) == 1:
            told = shown[0]
        elif len(names) == 2 and shown[0] != shown[1]:
            told = self.sources["two"].format(first=shown[0], second=shown[1])
        else:
            others = self.count(len(names) - 1, "others")
            told = self.sources["many"].format(first=shown[0], others=others)
        if len(originals) > len(names):
            told += self._more(len(originals), "reports")
        return told + self._more(len(reports) - len(originals), "reprints")

    def _more(self, number: int, noun: str) -> str:
        if not number:
            return ""
        return self.sources["more"].format(count=self.count(number, noun))

    def damaged(self, damage: Damage, text: str) -> str:
        """Return damaged words with what is wrong with them."""
        words = self.quoted(readable(damage.span.of(text)))
        return self.damage[damage.kind].format(words=words, why=damage.why)

    # --- changes --------------------------------------------------------------------------------

    def changed(self, changes: Sequence[Change], before: Record, after: Record, words: str) -> str:
        """Return how each slot changed; where no slot is known, that it goes beyond `words`."""
        told = [self._change(change, before, after) for change in changes]
        if not any(told):
            return self.changes["unnamed"].format(words=self.quoted(words))
        return self.changes["link"].join(part for part in told if part)

    def _change(self, change: Change, before: Record, after: Record) -> str:
        slot = self.slots.get(change.slot) or self.slots["other"].format(slot=change.slot)
        was = self._value(change.slot, change.before, before)
        now = self._value(change.slot, change.after, after)
        if was and now:
            return self.changes["changed"].format(slot=slot, before=was, after=now)
        if now:
            return self.changes["added"].format(slot=slot, after=now)
        return self.changes["dropped"].format(slot=slot, before=was) if was else ""

    def _value(self, slot: str, value: str | None, record: Record) -> str | None:
        """Return `value`, in quotation marks where these very words are printed in the content."""
        if value is None or not value.strip():
            return None
        value = " ".join(value.split())
        value = self.statuses.get(value, value) if slot == "status" else value
        value = self.terms[Term(value)] if slot == "likelihood" else value
        if slot == "number":
            value = _with_its_noun(_as_printed(value, record), record)
        return self.quoted(value) if value in record.content else value


@cache
def written() -> tuple[str, ...]:
    """Return the languages that a brief can be written in."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def wording(language: str = "en") -> Wording:
    """Return the patterns of `language`.

    Raises:
        UsageError: no brief is written in that language.
        LanguageDataError: the file breaks its rules.
    """
    if language not in written():
        raise UsageError(f"no brief is written in {language!r}; there are {', '.join(written())}")
    source = files(__package__).joinpath(f"{language}.yaml")
    try:
        return Wording.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))
    except ValueError as error:
        raise LanguageDataError(f"briefing/{language}.yaml: {error}") from None


def fields(pattern: str) -> frozenset[str]:
    """Return the names in braces of a pattern."""
    return frozenset(name for _, name, _, _ in Formatter().parse(pattern) if name)


def all_patterns(say: Wording) -> Mapping[str, str]:
    """Return every pattern of a language by its dotted key, for comparing languages."""
    found = {}
    for section, value in say.model_dump(by_alias=True).items():
        if isinstance(value, dict) and section not in ("nouns", "who", "called"):
            found.update({f"{section}.{key}": pattern for key, pattern in value.items()})
    return found


def _stands_in(name: str, record: Record) -> bool:
    """Say whether `name` is printed near the content: only printed words are quoted."""
    content = record.statement.attribution.content
    start, end = max(0, content[0].start - 1000), content[-1].end + 1000
    return record.article.text.find(name, start, end) >= 0


def _declined(name: str, record: Record) -> bool:
    """Say whether `name` is what the source's own words are in the nominative."""
    source = " ".join(span.of(record.article.text) for span in record.statement.attribution.source)
    language = record.article.language
    return name == nominative_group(source, language, governed=True)


def _as_printed(value: str, record: Record) -> str:
    """Return words of a number with the capitals that the content prints."""
    at = record.content.lower().find(value)
    same = at >= 0 and len(record.content) == len(record.content.lower())
    return record.content[at : at + len(value)] if same else value


def _with_its_noun(value: str, record: Record) -> str:
    """Return a number that ends in an adjective with the word behind it: "six foreign ships"."""
    language = record.article.language
    words = value.split()
    read = readings(words[-1], language) if len(words) > 1 else ()
    if not read or read[0].part not in ("ADJF", "PRTF"):
        return value
    longer = re.search(rf"{re.escape(value)}\s+[^\W\d_]+", " ".join(record.content.split()))
    return longer[0] if longer else value
