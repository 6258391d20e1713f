"""Why now: how often something was said, day by day, and what it coincides with.

    intensity.series      records            -> sayings a day, with their independent origins
    bursts.find           a series           -> days on which far more was said than usual
    events                a calendar, ledger -> dated events
    coincidence.coincide  series, events     -> which lie closer together than chance would put them

Nothing here says that one thing is the reason of another: docs/why_now.md.
"""
