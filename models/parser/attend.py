"""The parser over a pretrained encoder: tags, classes, names, and a score for every head and label of every word.

Biaffine attention (Dozat and Manning 2017) over MiniLM. The encoder reads no capitals, so every word piece also gets a
learned vector for the shape of its word (`shape_of`), added above the layers that stay as they are.
"""

from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from verifier.parsing.pieces import SHAPES

ARC, LABEL = 320, 128  # widths of what heads and labels are told from
FROZEN = 2  # layers that stay as they are, with the embeddings


class Biaffine(nn.Module):
    """Scores every pair of a dependent and a head, once or once a label."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width))

    def forward(self, dependents: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Return scores of shape (sentences, outputs, dependents, heads)."""
        ones = torch.ones_like(dependents[..., :1])
        return torch.einsum("bdi,oij,bhj->bodh", torch.cat([dependents, ones], -1), self.weight, heads)


class TreeEncoder(nn.Module):
    """Reads word pieces, gives what each word is; place 0 of the heads is the root's."""

    def __init__(self, base: Path, tags: int, classes: int, names: int, labels: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            base, add_pooling_layer=False, dtype=torch.float32, attn_implementation="eager"
        )
        width = self.encoder.config.hidden_size
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.2)
        self.tag, self.kind, self.name = (nn.Linear(width, count) for count in (tags, classes, names))
        self.narrow = nn.ModuleDict(
            {
                f"{side} {use}": nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(0.33))
                for use, size in (("arc", ARC), ("label", LABEL))
                for side in ("dependent", "head")
            }
        )
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc, self.label = Biaffine(ARC, 1), Biaffine(LABEL, labels)
        nn.init.normal_(self.arc.weight, std=ARC**-0.5 * 0.3)
        nn.init.normal_(self.label.weight, std=LABEL**-0.5 * 0.3)

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, shapes: torch.Tensor, first: torch.Tensor, last: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Return tags, classes, names, heads and labels.

        Tags, classes and names are (sentences, words, kinds), heads (sentences, words, 1 + words), labels (sentences,
        kinds, words, 1 + words). `ids`, `mask` and `shapes` are (sentences, pieces); `first` and `last` (sentences,
        words) are the places of a word's outer pieces.
        """
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        hidden = self.encoder.embeddings(input_ids=ids)
        for number, layer in enumerate(self.encoder.encoder.layer):
            if number == FROZEN:
                hidden = hidden + self.shape(shapes)
            out = layer(hidden, bias)
            hidden = out[0] if isinstance(out, tuple) else out
        wide = hidden.shape[-1]
        ends = [hidden.gather(1, at[..., None].expand(-1, -1, wide)) for at in (first, last)]
        words = self.drop((ends[0] + ends[1]) / 2)
        rooted = torch.cat([self.root.expand(words.shape[0], 1, wide), words], 1)
        heads = self.arc(self.narrow["dependent arc"](words), self.narrow["head arc"](rooted))[:, 0]
        labels = self.label(self.narrow["dependent label"](words), self.narrow["head label"](rooted))
        return self.tag(words), self.kind(words), self.name(words), heads, labels
