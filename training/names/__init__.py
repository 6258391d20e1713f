"""Learning the costs by which names are compared."""
