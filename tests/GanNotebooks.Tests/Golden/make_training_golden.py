#!/usr/bin/python3
"""Writes dcgan.safetensors and wgan-gp.safetensors: five training steps of each as PyTorch takes them, in float32.

A file holds the weights before the first step ("g.NAME", "d.NAME"), what is drawn at random ("real", "z", ..., one row a step)
and the losses of each step ("d_loss", "g_loss"). The format is written here from its description, not with our own writer.
"""
import json
import pathlib
import struct

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

STEPS, BATCH, LATENT = 5, 8, 16
HERE = pathlib.Path(__file__).parent


def save(name, tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for key, tensor in tensors.items():
        values = tensor.detach().contiguous().numpy()
        kind = {"float32": "F32", "int64": "I64"}[str(values.dtype)]
        header[key] = {"dtype": kind, "shape": list(values.shape), "data_offsets": [len(data), len(data) + values.nbytes]}
        data += values.tobytes()
    text = json.dumps(header).encode()
    (HERE / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


def generator():
    return nn.Sequential(
        nn.ConvTranspose2d(LATENT, 16, 4, 1, 0, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
        nn.ConvTranspose2d(16, 8, 4, 2, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU(),
        nn.ConvTranspose2d(8, 1, 4, 2, 1), nn.Tanh())


def judge(norm):
    return nn.Sequential(
        nn.Conv2d(1, 8, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.Conv2d(8, 16, 4, 2, 1), *([nn.BatchNorm2d(16)] if norm else []), nn.LeakyReLU(0.2),
        nn.Flatten(), nn.Linear(16 * 4 * 4, 1))


def start(g, d):
    state = {"g." + key: value.clone() for key, value in g.state_dict().items()}
    state.update({"d." + key: value.clone() for key, value in d.state_dict().items()})
    return state


def dcgan():
    torch.manual_seed(1)
    g, d = generator(), judge(True)
    og, od = (torch.optim.Adam(net.parameters(), 2e-3, (0.5, 0.999)) for net in (g, d))
    out = start(g, d)
    real, z = torch.rand(STEPS, BATCH, 1, 16, 16) * 2 - 1, torch.randn(STEPS, BATCH, LATENT, 1, 1)
    losses = []
    for step in range(STEPS):
        fake = g(z[step])
        od.zero_grad()
        d_loss = bce(d(real[step]), torch.ones(BATCH, 1)) + bce(d(fake.detach()), torch.zeros(BATCH, 1))
        d_loss.backward()
        od.step()
        og.zero_grad()
        g_loss = bce(d(fake), torch.ones(BATCH, 1))
        g_loss.backward()
        og.step()
        losses.append((d_loss, g_loss))
    return out, real, z, losses


def wgan_gp():
    torch.manual_seed(2)
    g, d = generator(), judge(False)
    og, od = (torch.optim.Adam(net.parameters(), 1e-3, (0.0, 0.9)) for net in (g, d))
    out = start(g, d)
    real, z = torch.rand(STEPS, BATCH, 1, 16, 16) * 2 - 1, torch.randn(STEPS, BATCH, LATENT, 1, 1)
    out["mix"] = torch.rand(STEPS, BATCH, 1, 1, 1)
    losses = []
    for step in range(STEPS):
        fake = g(z[step])
        between = (out["mix"][step] * real[step] + (1 - out["mix"][step]) * fake.detach()).requires_grad_()
        slope, = torch.autograd.grad(d(between).sum(), between, create_graph=True)
        penalty = ((slope.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean()
        od.zero_grad()
        d_loss = d(fake.detach()).mean() - d(real[step]).mean() + 10 * penalty
        d_loss.backward()
        od.step()
        og.zero_grad()
        g_loss = -d(fake).mean()
        g_loss.backward()
        og.step()
        losses.append((d_loss, g_loss))
    return out, real, z, losses


for name, train in {"dcgan": dcgan, "wgan-gp": wgan_gp}.items():
    tensors, real, z, losses = train()
    tensors.update(real=real, z=z)
    tensors["d_loss"], tensors["g_loss"] = (torch.stack(column) for column in zip(*losses))
    save(name + ".safetensors", tensors, {"torch": torch.__version__, "steps": str(STEPS)})
