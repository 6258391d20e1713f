"""What a brief is put together from; `redite.stages.briefs.write` puts it together.

    matter      everything that it is made from, looked up by utterance and claim
    quoting     which words of a report are quoted, and how
    sayings     one saying as a sentence, with what it adds to what was on record
    folding     a long day: the first in full, the others by speaker, repeats together
    nothing_new speakers who only repeated what was on record
    dues, likelihoods, timing, doubts, corrected      the other sections
    takeaways   the most weighty of all that
    called      what people are called in the language of the brief
    wording     the words: one file of patterns a language

One law holds for every sentence: delete any span that it cites from the input, and the sentence is
gone. A sentence therefore quotes what it cites, or says how many reports it rests on.
"""
