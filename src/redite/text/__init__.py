"""What every stage needs to know about texts, and what needs no stage: ids, sentences, dates."""
