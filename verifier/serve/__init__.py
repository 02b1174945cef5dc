"""The web service: articles and claims in, the JSON of the command line out; models are opened once."""
