"""Trains the model that says how two statements stand to each other."""
