"""Self-contained HTML pages: no script, nothing fetched, everything from outside escaped."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_ENVIRONMENT = Environment(
    loader=PackageLoader("redite.exports", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def page(template: str, styles: tuple[str, ...], **values: Any) -> str:  # noqa: ANN401
    """Return the page of `template` with `styles` inside it.

    The page's policy lets a browser use exactly these styles, and nothing else.
    """
    folder = files("redite.exports").joinpath("templates")
    css = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in styles)
    digest = b64encode(sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    html = _ENVIRONMENT.get_template(template).render(css=Markup(css), policy=policy, **values)
    return html
