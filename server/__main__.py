"""`python -m server` is the command `kith`."""

import sys

from server.cli import main

sys.exit(main())
