"""A linear-chain conditional random field, after Lafferty et al. 2001."""

import torch
from torch import nn

IMPOSSIBLE = -1e4


class ChainCRF(nn.Module):
    """Scores tag sequences; forbidden transitions stay forbidden throughout training."""

    def __init__(self, allowed: torch.Tensor, first: torch.Tensor) -> None:
        """Set up the transitions.

        Args:
            allowed: bool, ``(tags, tags)``, whether the column's tag may follow the row's.
            first: bool, ``(tags,)``, whether a text may begin with the tag.
        """
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(allowed.shape))
        self.starts = nn.Parameter(torch.zeros(first.shape))
        self.register_buffer("forbidden", (~allowed).float() * IMPOSSIBLE)
        self.register_buffer("never_first", (~first).float() * IMPOSSIBLE)

    def scores(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the transition and start scores, ``(tags, tags)`` and ``(tags,)``."""
        return self.transitions + self.forbidden, self.starts + self.never_first

    def loss(
        self, emissions: torch.Tensor, compatible: torch.Tensor, mask: torch.Tensor
    ) -> torch.Tensor:
        """Return the negative log-likelihood of all compatible tag sequences together.

        Args:
            emissions: ``(batch, words, tags)``.
            compatible: bool, same shape; more than one true tag a word means partly known.
            mask: bool, ``(batch, words)``, false for padding.

        Returns:
            One value for each text, ``(batch,)``.
        """
        penalty = (~compatible).to(emissions.dtype) * IMPOSSIBLE
        return self._log_sum(emissions, mask) - self._log_sum(emissions + penalty, mask)

    def _log_sum(self, emissions: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        transitions, starts = self.scores()
        state = starts + emissions[:, 0]
        for word in range(1, emissions.shape[1]):
            step = torch.logsumexp(state[:, :, None] + transitions, dim=1) + emissions[:, word]
            state = torch.where(mask[:, word, None], step, state)
        return torch.logsumexp(state, dim=1)
