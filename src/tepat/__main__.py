"""`python -m tepat` is the command `tepat`."""

from tepat.cli.main import main

main()
