"""Weights in sixteen steps, as they ship: groups of 32 along a row share a step, and the steps of a row are whole parts of one number."""

import torch

GROUP = 32
LOWEST, HIGHEST = -8, 7


def steps(weights):
    """Of rows x columns: whole numbers of LOWEST to HIGHEST, each group's step in parts (1 to 255), and each row's part."""
    groups = weights.reshape(weights.shape[0], -1, GROUP)
    wanted = groups.abs().amax(2) / HIGHEST
    part = wanted.amax(1, keepdim=True).clamp_min(1e-8) / 255
    parts = (wanted / part).round().clamp(1, 255)
    whole = (groups / (parts * part)[..., None]).round().clamp(LOWEST, HIGHEST)
    return whole, parts, part


class Stepped(torch.nn.Module):
    """In training: the network sees weights as they ship, and what it learns goes to those behind them."""

    def forward(self, weights):
        whole, parts, part = steps(weights.detach())
        seen = (whole * (parts * part)[..., None]).reshape(weights.shape)
        return weights + (seen - weights).detach()
