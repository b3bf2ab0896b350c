"""`python -m sync.hub` is `brobygger-hub`."""

from sync.hub.serve import main

raise SystemExit(main())
