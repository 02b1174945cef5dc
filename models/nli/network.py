"""The classifier: encoder, mean over tokens, linear head; where its weights come from and go to."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import AutoConfig, AutoModel


class PairClassifier(nn.Module):
    """The same function as the modules Transformer, Pooling and Dense of sentence-transformers.

    A depth of twice the base's layers starts with every layer twice in a row (stacking: Gong et al. 2019).
    """

    def __init__(self, base: Path, depth: int = 6, attention: str = "eager") -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(base)
        shallow = AutoModel.from_pretrained(base, add_pooling_layer=False, dtype=torch.float32).state_dict()
        repeats, rest = divmod(depth, config.num_hidden_layers)
        if rest:
            raise SystemExit(f"depth {depth} is no multiple of the base's {config.num_hidden_layers} layers")
        config.num_hidden_layers = depth
        self.encoder = AutoModel.from_config(config, add_pooling_layer=False, attn_implementation=attention)
        self.encoder.load_state_dict({name: shallow[layer_of(name, repeats)] for name in self.encoder.state_dict()})
        self.head = nn.Linear(config.hidden_size, 3)

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return logits of shape (pairs, 3): entailment, neutral, contradiction."""
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        return self.head((hidden * weight).sum(1) / weight.sum(1).clamp(min=1))


def layer_of(name: str, repeats: int) -> str:
    """Return the name of the base's weight that a weight of the deeper encoder starts from."""
    parts = name.split(".")
    if "layer" in parts:
        at = parts.index("layer") + 1
        parts[at] = str(int(parts[at]) // repeats)
    return ".".join(parts)


def depth_of(name: str, depth: int) -> int:
    """Return how far from the head a weight is: 0 for the head, `depth` + 1 for the embeddings."""
    parts = name.split(".")
    if "layer" in parts:
        return depth - int(parts[parts.index("layer") + 1])
    return 0 if parts[0] == "head" else depth + 1


def initial(path: Path, device: torch.device) -> dict[str, torch.Tensor]:
    """Return the weights of a checkpoint, or of an exported folder, so that training goes on from what ships."""
    if path.is_file():
        return torch.load(path, map_location=device, weights_only=True)["model"]
    encoder = load_file(path / "model.safetensors")
    head = load_file(path / "2_Dense" / "model.safetensors")
    weights = {f"encoder.{name}": w for name, w in encoder.items() if not name.startswith("pooler.")}
    weights |= {name.replace("linear.", "head."): w for name, w in head.items()}
    return {name: w.float() for name, w in weights.items()}
