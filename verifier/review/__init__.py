"""What people decide on claims: kept beside the run, counted, and turned into gold and published reviews."""
