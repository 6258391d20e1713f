"""Which stories of our corpus a benchmark reads."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from training.corpus.stories import ROOT, Told, load, load_story


def chosen(
    arguments: Sequence[str], tuned: Collection[str], held_out: Collection[str]
) -> list[Told]:
    """Return the stories that `arguments` name; without any, those of the authors held out.

    With "--tuned" those of the authors whose texts were read while words were chosen.
    """
    named = [one for one in arguments if not one.startswith("--")]
    if named:
        return [load_story(ROOT / story) for story in named]
    authors = tuned if "--tuned" in arguments else held_out
    return [one for one in load() if one.story.author in authors]
