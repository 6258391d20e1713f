"""redite: has this been said before?

Start reading at `redite.pipeline`: it holds the stages in order. `redite.values` holds
every value that passes between them.
"""

__version__ = "0.1.0"
