import pytest

from verifier.config import Settings, load_settings
from verifier.errors import ConfigError


def test_flags_win_over_the_file_and_the_file_over_defaults(tmp_path):
    path = tmp_path / "v.toml"
    path.write_text('corpus = "a"\ntop_k = 3\n')
    settings = load_settings(path, {"corpus": "b", "nli": None})
    assert (settings.corpus, settings.top_k, settings.nli) == ("b", 3, Settings().nli)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tpo_k = 3", "did you mean 'top_k'"),
        ("top_k = 0", "top_k"),
        ("top_k = ", "TOML"),
        ('support = "x"', "support"),
    ],
)
def test_wrong_settings_are_named(tmp_path, text, words):
    path = tmp_path / "v.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=words):
        load_settings(path, {})
