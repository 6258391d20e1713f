"""`make bench`: quality against the floors, why now against its own, then speed."""

import sys

from benchmarks import quality, speed, why_now

failed = quality.main() | why_now.main()
speed.main([])
sys.exit(failed)
