"""From claim, facts and judgements to a verdict: exact checks, guards, and the rule that decides."""
