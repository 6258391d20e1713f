"""Quality and speed, measured: `make bench`. Floors stand in floors.json, never in tests."""
