"""Taggers and encoders: inference only, nothing here trains."""
