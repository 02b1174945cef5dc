"""Every named error that the package raises; the command line turns each into one line."""


class VerifierError(Exception):
    """Base of all named errors: the message says what is wrong, where, and how to mend it."""


class InputError(VerifierError):
    """A path or text that the user gave cannot be used."""


class ArticleError(VerifierError):
    """One article cannot be read; the others of the batch go on."""


class DateError(VerifierError):
    """A date is not written as YYYY, YYYY-MM or YYYY-MM-DD, or does not exist."""


class ConfigError(VerifierError):
    """A setting is unknown or has a value that cannot be used."""


class CorpusError(VerifierError):
    """A reference corpus cannot be found, read or trusted."""


class ModelError(VerifierError):
    """Model weights are missing, of an unknown shape, or fail their canary pairs."""


class JudgementError(VerifierError):
    """One pair cannot be judged; the others go on."""


class OutputError(VerifierError):
    """The folder of a run cannot be written, or another run is at work in it."""


class ClusterError(VerifierError):
    """Workers cannot be had, differ from the process that asks them, or make no progress."""


class ReportError(VerifierError):
    """A saved run cannot be read or rendered."""


class ReviewError(VerifierError):
    """Decisions of people cannot be read, or do not belong to the run, or cannot be published."""
