"""HTML to a tree without anything that a reader of the page does not see as its text.

Scripts, hidden parts, navigation, comments, related links, advertising and consent banners are
what a hostile or merely busy page puts words into; none of them may ever become a statement. They
are cut out before anything looks for the main text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml import html as lxml_html

from redite.errors import IntakeError

Element = etree._Element

DEPTH = 250
"""Elements inside each other. libxml2 drops what lies deeper than 255 without a word."""
LENGTH = 10_000_000
"""Bytes of a page. libxml2 drops a longer run of text without a word."""

_NEVER = frozenset(
    "script style noscript template iframe frame object embed applet svg canvas math nav aside "
    "footer dialog menu audio video select textarea button input datalist progress map".split()
)
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_UNSEEN_CLASSES = frozenset(
    "hidden hide is-hidden visually-hidden visuallyhidden sr-only screen-reader-text d-none "
    "invisible u-hidden element-invisible".split()
)
_FOREIGN = frozenset("comment comments disqus cookie cookies consent gdpr taboola outbrain".split())
"""Words in a class or id that mark what was not written by the outlet, or not about the news."""
_BESIDE = frozenset(
    "related recommended recommendation recommendations teaser teasers sidebar breadcrumb "
    "breadcrumbs nav navigation navbar menu share sharing social newsletter subscribe "
    "subscription ad ads adslot advert advertisement advertising sponsored promo popular trending "
    "footer masthead popup modal overlay tags byline paywall banner".split()
)
"""Words that mark what stands beside the article; not believed of what holds the article."""
_STATES = frozenset("has with without no is open closed enabled disabled allowed free".split())
_UNWANTED = "unwanted"
_WORD = re.compile(r"[A-Za-z][a-z]*|[A-Z]+(?![a-z])")


def parse(markup: str) -> Element:
    """Return the tree of `markup`; raises `IntakeError` if it has none or is nested too deep."""
    # Bytes, because lxml refuses text with an XML declaration.
    data = markup.encode("utf-8", "replace")
    if len(data) > LENGTH:
        raise IntakeError(f"{len(data)} bytes of HTML; {LENGTH} are read")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise IntakeError("the page is empty") from error
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest >= DEPTH:
        raise IntakeError(f"elements are nested {deepest} deep or deeper; {DEPTH} are read")
    for quoted in list(tree.iter("q")):
        _quote(quoted)
    return tree


def prune(tree: Element) -> Element | None:
    """Cut out of `tree` all that is not main text; return the element that holds the article.

    None where nothing marks the article.
    """
    hidden = _hidden_by_sheet(tree)
    drop(tree, lambda e: e.tag in _NEVER or _is_hidden(e, hidden))
    holders = _holders(tree)
    drop(tree, lambda e: e not in holders and _is_foreign(e))
    core = _core(tree)
    protected = _most_of_the_text(tree) if core is None else {core, *core.iterancestors()}
    drop(tree, lambda e: e not in protected and _is_beside(e))
    return core


def names(element: Element) -> tuple[list[str], set[str]]:
    """Return the classes and the id of `element`, and the words in them, in lower case.

    Names that tell a state of the whole page ("has-sidebar", "comments-open") have no words.
    """
    whole = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    found: set[str] = set()
    for name in whole:
        parts = {word.lower() for word in _WORD.findall(name)}
        if _STATES.isdisjoint(parts):
            found |= parts
    return whole, found


def drop(tree: Element, unwanted: Callable[[Element], bool]) -> None:
    """Remove the unwanted elements under `tree`, and keep the text that follows them.

    In one sweep: taking them out one by one takes quadratic time on a page made for that.
    """
    for element in [e for e in tree.iterdescendants() if isinstance(e.tag, str) and unwanted(e)]:
        element.tag = _UNWANTED
    etree.strip_elements(tree, _UNWANTED, with_tail=False)


def words(element: Element) -> str:
    """Return all text inside `element`."""
    return "".join(map(str, element.itertext()))


def _quote(element: Element) -> None:
    """Print the quotation marks that a browser puts around a `q` element."""
    element.text = f"“{element.text or ''}"
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}”"
    else:
        element.text += "”"


def _is_hidden(element: Element, hidden: frozenset[str]) -> bool:
    if element.tag in ("html", "body"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in ("dialog", "alertdialog", "navigation", "search", "complementary"):
        return True
    if _UNSEEN.search(element.get("style") or ""):
        return True
    classes = (element.get("class") or "").split()
    if not _UNSEEN_CLASSES.isdisjoint(classes):
        return True
    if not hidden:
        return False
    tag = str(element.tag)
    keys = [f".{c}" for c in classes] + ([f"#{element.get('id')}"] if element.get("id") else [])
    return any(key in hidden or tag + key in hidden for key in keys) or tag in hidden


def _hidden_by_sheet(tree: Element) -> frozenset[str]:
    """Return the simple selectors that the page's own style sheets hide; the last rule wins."""
    hidden: set[str] = set()
    for style in tree.iter("style"):
        if (style.get("media") or "all").strip().lower() not in ("all", "screen", ""):
            continue
        for selectors, rules in _rules(style.text or ""):
            shown = re.search(r"(?:display|visibility)\s*:", rules, re.IGNORECASE)
            unseen = _UNSEEN.search(rules)
            for selector in selectors.split(","):
                name = selector.strip()
                if not re.fullmatch(r"[\w-]*(?:[.#][\w-]+)?", name) or not name:
                    continue
                if unseen:
                    hidden.add(name)
                elif shown:
                    hidden.discard(name)
    return frozenset(hidden)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield (selectors, declarations) of the rules that hold on every screen, outside `@media`."""
    sheet = re.sub(r"/\*.*?(?:\*/|\Z)", "", sheet, flags=re.DOTALL)
    depth, start, head = 0, 0, ""
    for mark in re.finditer(r"[{}]", sheet):
        if mark[0] == "{":
            if depth == 0:
                head, start = sheet[start : mark.start()], mark.end()
            depth += 1
            continue
        depth = max(0, depth - 1)
        if depth == 0:
            head = head.rpartition(";")[2].strip()
            if head and not head.startswith("@"):
                yield head, sheet[start : mark.start()]
            head, start = "", mark.end()


def _holders(tree: Element) -> set[Element]:
    """Return what must hold the article: all around the heading, the main part, the first article.

    Comments can be articles too, but come after the one they are about.
    """
    first = next((a for a in tree.iter("article") if not _is_comment(a)), None)
    inside = [*tree.iter("h1", "main", "body"), *tree.iterfind(".//*[@itemprop='articleBody']")]
    inside += [] if first is None else [first]
    return {outer for e in inside for outer in (e, *e.iterancestors())}


def _is_foreign(element: Element) -> bool:
    if element.tag == "article":  # blogs name an article's topics in its class
        return _is_comment(element)
    return not _FOREIGN.isdisjoint(names(element)[1])


def _is_comment(element: Element) -> bool:
    return any(name.lower().startswith("comment") for name in names(element)[0])


def _is_beside(element: Element) -> bool:
    if element.tag in ("html", "body", "main", "h1", "p") or element.getparent() is None:
        return False
    if element.tag == "header":
        return not any(outer.tag in ("article", "main") for outer in element.iterancestors())
    if element.tag == "form":
        return len(element.findall(".//p")) < 3
    _, parts = names(element)
    return not _BESIDE.isdisjoint(parts)


def _core(tree: Element) -> Element | None:
    """Return the element marked as the article, the one with most text if there are several.

    Where only the body of it is marked, its article holds the lead too.
    """
    for path in (".//*[@itemprop='articleBody']", ".//article", ".//main"):
        found = [e for e in tree.iterfind(path) if _prose(e) > 0]
        if found:
            best = max(found, key=_prose)
            return next((a for a in best.iterancestors("article")), best)
    return None


def _prose(element: Element) -> int:
    return sum(len(words(p)) for p in element.iter("p"))


def _most_of_the_text(tree: Element) -> set[Element]:
    """Return the elements that each hold more than half of the text in paragraphs."""
    held: dict[Element, int] = {}
    for p in tree.iter("p"):
        for ancestor in p.iterancestors():
            held[ancestor] = held.get(ancestor, 0) + len(words(p))
    whole = max(held.values(), default=0)
    return {element for element, length in held.items() if length * 2 > whole}
