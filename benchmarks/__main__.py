"""`make bench`: quality against the floors, then speed."""

import sys

from benchmarks import quality, speed

failed = quality.main()
speed.main([])
sys.exit(failed)
