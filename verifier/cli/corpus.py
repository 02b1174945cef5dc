"""verifier corpus: build, look inside, search."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from verifier import bundled
from verifier.cli.options import Config, day, settings_of
from verifier.cli.output import note, results
from verifier.facts import Table
from verifier.records import Hit

app = typer.Typer(
    help="Reference corpora: compile, describe, search.",
    epilog="Example: verifier corpus search icc 'arrest warrant Putin'",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Name = Annotated[str, typer.Argument(help="Bundled corpus or folder with corpus.toml.")]
_NAMED = 10  # repeats that a build names


@app.command("list", epilog="Example: verifier corpus list")
def list_() -> None:
    """Name the bundled corpora."""
    from verifier.corpus.load import load_corpus

    for name, folder in bundled.corpora().items():
        corpus = load_corpus(folder)
        typer.echo(f"{name}\t{corpus.title}, as of {corpus.as_of}\t{folder}")


@app.command(epilog="Example: verifier corpus init my_tables")
def init(folder: Annotated[Path, typer.Argument(help="Folder with CSV files.")]) -> None:
    """Draft a commented corpus.toml from the CSV files of a folder; it builds as it is."""
    from verifier.corpus.load import load_corpus
    from verifier.corpus.starting import start_corpus
    from verifier.store import replace_text

    started = start_corpus(folder)
    replace_text(folder / "corpus.toml", started.text)
    for reason in started.left_out:
        note(f"left out: {reason}")
    for table in started.tables:
        types = ", ".join(f"{c.name} ({c.type})" for c in table.columns if c is not table.key)
        typer.echo(f"{table.file}: {table.rows} rows about {table.key.name}; {types or 'no other column'}")
    load_corpus(folder)
    typer.echo(f"{folder / 'corpus.toml'} written; read it, then run: verifier corpus build {folder}")


@app.command(epilog="Example: verifier corpus build my_corpus")
def build(folder: Annotated[Path, typer.Argument(help="Folder with corpus.toml.")]) -> None:
    """Check a corpus and bring its store up to date; only what changed is encoded."""
    from verifier.corpus.load import find_corpus, load_corpus
    from verifier.corpus_store import EXTRACTS, INDEX, retriever_model, store_place
    from verifier.process import prepare_process
    from verifier.retrieval.compiling import compile_store

    prepare_process()
    home = find_corpus(str(folder), {})
    corpus = load_corpus(home, home / INDEX / EXTRACTS)
    place = store_place(corpus, home)
    done = compile_store(place, corpus.passages, corpus.hash, retriever_model(), encoded=True, tell=note)
    typer.echo(f"{corpus.title}: {done.total} passages checked and encoded into {place}")
    typer.echo(f"{done.written} new or changed, {done.encoded} of them encoded; {done.removed} removed")
    for name, value in done.state.items():
        if name not in ("corpus", "model"):
            typer.echo(f"{name}: {value}")
    for line in _repeated(corpus.passages.repeats):
        typer.echo(line)


def _repeated(repeats: Mapping[str, str]) -> Iterator[str]:
    """Say what was left out, the first few by name."""
    if repeats:
        yield f"{len(repeats)} left out, each sentence of which another passage has in the same words:"
    yield from (f"  {id_} repeats {other}" for id_, other in islice(repeats.items(), _NAMED))
    if len(repeats) > _NAMED:
        yield f"  and {len(repeats) - _NAMED} more"


@app.command(epilog="Example: verifier corpus info icc")
def info(name: Name = "icc") -> None:
    """Show what a corpus holds, how fresh it is, and which of its lists are complete."""
    from verifier.corpus.load import find_corpus, load_corpus

    corpus = load_corpus(find_corpus(name, bundled.corpora()))
    typer.echo(f"{corpus.title} ({corpus.name})")
    typer.echo(f"as of {corpus.as_of}; licence {corpus.licence}; sha256 {corpus.hash}")
    typer.echo(f"{len(corpus.passages)} passages, {len(corpus.entities)} names")
    for table in corpus.tables:
        typer.echo(f"  {table.file}: {table.title}: {len(table.rows)} rows; {_relations(table)}")


def _relations(table: Table) -> str:
    words = [f"{r.name} ({r.nature}{', complete' if r.complete else ''})" for r in table.relations]
    return ", ".join(words) or "no relations"


@app.command(epilog="Example: verifier corpus search icc 'arrest warrant Putin' -k 5")
def search(
    name: Name,
    query: Annotated[str, typer.Argument(help="A claim or a few words.")],
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 8,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Keep what was known by this day; mark what came later."),
    ] = None,
    config: Config = None,
) -> None:
    """Show the passages that retrieval finds."""
    from verifier.build import Workshop
    from verifier.process import prepare_process
    from verifier.retrieval.dated import search_as_of

    prepare_process()
    judged = day(as_of, "--as-of") or date.max
    workshop = Workshop(settings_of(config, name))
    for hit in search_as_of(workshop.retriever, [(query, judged)], k)[0]:
        results().print(_line(hit, judged), markup=False, highlight=False, soft_wrap=True)


def _line(hit: Hit, judged: date) -> str:
    passage = hit.passage
    known = passage.valid_from
    later = f"; later, known from {known}" if known is not None and known > judged else ""
    return f"{hit.rank}. {passage.text}  [{passage.source}; {passage.id}; {hit.score:.4f}{later}]"
