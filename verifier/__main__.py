"""`python -m verifier` does what `verifier` does."""

from verifier.cli import main

main()
