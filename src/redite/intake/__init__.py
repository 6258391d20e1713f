"""Intake, one file a format: from paths and addresses to documents."""
