#!/usr/bin/python3
"""Writes nn.json: seeded inputs, parameters, outputs and gradients of PyTorch's modules and functions, in float64.

A case is {name: tensor}: "x", "x1", ... are inputs, "p.NAME" is a module's state before the call, "y" its output, "g" a random
weight of the output, "dx", "dx1", ..., "dp.NAME" the gradients of (y * g).sum(), "after.NAME" a module's buffers after the call.
"""
import base64
import json
import os

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(20240229)
cases = {}


def randn(*shape):
    return torch.randn(shape, dtype=torch.float64)


def pack(tensor):
    tensor = tensor.detach().contiguous()
    kind = "i" if tensor.dtype == torch.int64 else "d"
    return {"kind": kind, "shape": list(tensor.shape), "data": base64.b64encode(tensor.numpy().tobytes()).decode()}


def record(name, call, inputs, named=()):
    """Calls, differentiates and writes down; `named` are parameters, with names."""
    case = {}
    leaves = []
    for i, value in enumerate(inputs):
        key = "x" if i == 0 else f"x{i}"
        case[key] = pack(value)
        if value.is_floating_point():
            inputs[i] = value.clone().requires_grad_()
            leaves.append(("d" + key, inputs[i]))
    leaves += [("dp." + key, value) for key, value in named if value.requires_grad]
    y = call(*inputs)
    g = randn(*y.shape)
    case["y"], case["g"] = pack(y), pack(g)
    gradients = torch.autograd.grad(y, [leaf for _, leaf in leaves], g, allow_unused=True)
    for (key, _), gradient in zip(leaves, gradients):
        if gradient is not None:
            case[key] = pack(gradient)
    assert name not in cases, name
    cases[name] = case
    return case


def function(name, call, *inputs):
    record(name, call, list(inputs))


def module(name, m, *inputs, evaluate=False):
    m = m.double()
    m.train(not evaluate)
    with torch.no_grad():
        for key, value in m.named_parameters():      # gains of 1 and shifts of 0 would hide mistakes
            value.add_(0.1 * randn(*value.shape))
        for key, value in m.named_buffers():
            if value.is_floating_point():
                value.copy_(randn(*value.shape).square() + 0.5)
    before = {"p." + key: pack(value) for key, value in m.state_dict().items()}
    case = record(name, m, list(inputs), list(m.named_parameters()))
    case.update(before)
    case.update({"after." + key: pack(value) for key, value in m.named_buffers()})


image = lambda: randn(1, 2, 6, 5)
small = lambda: randn(2, 3, 3, 3)

# Modules
module("Linear", nn.Linear(4, 3), randn(5, 4))
module("Conv1d", nn.Conv1d(3, 4, 3, stride=2, padding=1), randn(2, 3, 9))
module("Conv1d same", nn.Conv1d(3, 4, 4, padding="same", dilation=2), randn(2, 3, 9))
module("Conv1d circular", nn.Conv1d(3, 4, 3, padding=2, padding_mode="circular"), randn(2, 3, 7))
module("Conv2d", nn.Conv2d(3, 4, 4, stride=2, padding=1), randn(2, 3, 6, 6))
module("Conv2d sides", nn.Conv2d(3, 4, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2)), randn(1, 3, 6, 5))
module("Conv2d groups", nn.Conv2d(4, 6, 3, groups=2, bias=False), randn(1, 4, 4, 4))
module("Conv2d reflect", nn.Conv2d(3, 2, 3, padding=1, padding_mode="reflect"), randn(1, 3, 6, 5))
module("Conv2d same", nn.Conv2d(3, 2, 4, padding="same"), randn(1, 3, 6, 5))
module("Conv2d unbatched", nn.Conv2d(3, 2, 3), randn(3, 4, 4))
module("ConvTranspose1d", nn.ConvTranspose1d(3, 2, 4, stride=2, padding=1, output_padding=1), randn(2, 3, 5))
module("ConvTranspose2d latent", nn.ConvTranspose2d(6, 4, 4), randn(3, 6, 1, 1))
module("ConvTranspose2d", nn.ConvTranspose2d(4, 3, 4, stride=2, padding=1, bias=False), randn(2, 4, 3, 3))
module("ConvTranspose2d sides", nn.ConvTranspose2d(4, 2, (3, 2), stride=(2, 3), padding=(1, 0), output_padding=(1, 1), groups=2), randn(1, 4, 3, 2))
up = nn.ConvTranspose2d(3, 2, 3, stride=2, padding=1).double()
function("ConvTranspose2d to size", lambda x, w, b: F.conv_transpose2d(x, w, b, stride=2, padding=1, output_padding=(1, 0)), randn(1, 3, 3, 3), up.weight.detach(), up.bias.detach())
module("BatchNorm1d", nn.BatchNorm1d(3), randn(4, 3))
module("BatchNorm1d sequence", nn.BatchNorm1d(3, momentum=0.3), randn(2, 3, 4))
module("BatchNorm2d", nn.BatchNorm2d(3), small())
module("BatchNorm2d evaluate", nn.BatchNorm2d(3), small(), evaluate=True)
module("BatchNorm2d plain", nn.BatchNorm2d(3, affine=False, track_running_stats=False, eps=0.1), small())
module("InstanceNorm2d", nn.InstanceNorm2d(3), small())
module("InstanceNorm2d affine", nn.InstanceNorm2d(3, affine=True, track_running_stats=True), small())
module("LayerNorm", nn.LayerNorm([3, 3]), small())
module("LayerNorm last", nn.LayerNorm(5, elementwise_affine=False), randn(3, 5))
module("GroupNorm", nn.GroupNorm(2, 4), randn(2, 4, 3, 3))
module("Embedding", nn.Embedding(5, 3, padding_idx=2), torch.tensor([[0, 2], [4, 0]]))
module("Softmax", nn.Softmax(1), randn(3, 4))
module("LogSoftmax", nn.LogSoftmax(0), randn(3, 4))
module("SiLU", nn.SiLU(), randn(3, 4))
module("GELU", nn.GELU(), randn(3, 4))
module("GELU tanh", nn.GELU(approximate="tanh"), randn(3, 4))
module("ELU", nn.ELU(0.7), randn(3, 4))
module("ReLU", nn.ReLU(), randn(3, 4))
module("LeakyReLU", nn.LeakyReLU(0.2), randn(3, 4))
module("Tanh", nn.Tanh(), randn(3, 4))
module("Sigmoid", nn.Sigmoid(), randn(3, 4))
module("AvgPool2d", nn.AvgPool2d(2), image())
module("AvgPool2d sides", nn.AvgPool2d((3, 2), (2, 1), (1, 0), ceil_mode=True, count_include_pad=False), image())
module("MaxPool2d", nn.MaxPool2d(2), image())
module("MaxPool2d border", nn.MaxPool2d(3, 2, 1), image())
module("AdaptiveAvgPool2d", nn.AdaptiveAvgPool2d((2, 3)), image())
module("Upsample", nn.Upsample(scale_factor=2), small())
module("Upsample bilinear", nn.Upsample(size=(7, 5), mode="bilinear", align_corners=True), small())
module("PixelShuffle", nn.PixelShuffle(2), randn(2, 8, 2, 3))
module("ZeroPad2d", nn.ZeroPad2d((1, 2, 0, 1)), small())
module("ReflectionPad2d", nn.ReflectionPad2d(2), small())
module("Identity", nn.Identity(), randn(3))
module("Sequential", nn.Sequential(nn.Conv2d(1, 2, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(2, 3, 4, 2, 1, bias=False), nn.BatchNorm2d(3), nn.Flatten(), nn.Linear(12, 1)), randn(3, 1, 8, 8))

# Losses: x is the output, x1 the target
probability = lambda: torch.rand(4, 3, dtype=torch.float64)
classes = torch.tensor([2, 0, 1, 2])
for reduction in ("none", "mean", "sum"):
    function("BCELoss " + reduction, nn.BCELoss(reduction=reduction), probability(), probability())
    function("BCEWithLogitsLoss " + reduction, nn.BCEWithLogitsLoss(reduction=reduction), randn(4, 3), probability())
    function("MSELoss " + reduction, nn.MSELoss(reduction=reduction), randn(4, 3), randn(4, 3))
    function("L1Loss " + reduction, nn.L1Loss(reduction=reduction), randn(4, 3), randn(4, 3))
    function("SmoothL1Loss " + reduction, nn.SmoothL1Loss(reduction=reduction, beta=0.5), randn(4, 3), randn(4, 3))
    function("CrossEntropyLoss " + reduction, nn.CrossEntropyLoss(reduction=reduction), randn(4, 3), classes)
    function("NLLLoss " + reduction, nn.NLLLoss(reduction=reduction), randn(4, 3).log_softmax(1), classes)
    function("KLDivLoss " + reduction, nn.KLDivLoss(reduction=reduction, log_target=True), randn(4, 3).log_softmax(1), randn(4, 3).log_softmax(1))
function("BCELoss weight", lambda x, t, w: F.binary_cross_entropy(x, t, w.detach()), probability(), probability(), probability())
function("BCEWithLogitsLoss weights", lambda x, t, w, p: F.binary_cross_entropy_with_logits(x, t, w.detach(), pos_weight=p.detach()), randn(4, 3), probability(), probability(), probability())
function("CrossEntropyLoss weight", lambda x, t, w: F.cross_entropy(x, t, w.detach(), ignore_index=0, label_smoothing=0.1), randn(4, 3), classes, torch.rand(3, dtype=torch.float64))
function("NLLLoss weight", lambda x, t, w: F.nll_loss(x, t, w.detach()), randn(4, 3), classes, torch.rand(3, dtype=torch.float64))
function("KLDivLoss plain", lambda x, t: F.kl_div(x, t, log_target=False), randn(4, 3).log_softmax(1), probability())
function("huber", lambda x, t: F.huber_loss(x, t, delta=0.5), randn(4, 3), randn(4, 3))

# Functions
function("normalize", lambda x: F.normalize(x), image())
function("normalize 1", lambda x: F.normalize(x, p=1, dim=0), randn(3, 4))
function("unfold", lambda x: F.unfold(x, 3, padding=1, stride=2), image())
function("unfold sides", lambda x: F.unfold(x, (2, 3), (1, 2)), image())
function("fold", lambda x: F.fold(x, 4, 2), randn(2, 12, 9))
function("one_hot", lambda x: F.one_hot(x.long(), 4).double() * x[:, None], torch.tensor([3.0, 0, 1], dtype=torch.float64))
function("pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 2), randn(1, 2, 4, 4))
function("instance_norm", lambda x: F.instance_norm(x), small())
function("prelu", F.prelu, small(), torch.rand(3, dtype=torch.float64))
for name in ("selu", "mish", "relu6", "hardsigmoid", "logsigmoid"):
    function(name, getattr(F, name), 3 * randn(3, 4))
function("celu", lambda x: F.celu(x, 0.6), randn(3, 4))
function("softplus", lambda x: F.softplus(x, 2, 1), randn(3, 4))
for mode in ("constant", "reflect", "replicate", "circular"):
    function("pad " + mode, lambda x: F.pad(x, (1, 2, 0, 1), mode, 0.5 if mode == "constant" else 0), small())
function("pad all", lambda x: F.pad(x, (1, 1) * 3), randn(1, 2, 2))
function("interpolate linear", lambda x: F.interpolate(x, scale_factor=1.7, mode="linear", align_corners=False), randn(1, 2, 5))
for mode in ("nearest", "nearest-exact", "area", "bilinear", "bicubic"):
    corners = {} if mode in ("nearest", "nearest-exact", "area") else {"align_corners": False}
    function("interpolate size " + mode, lambda x: F.interpolate(x, size=(7, 3), mode=mode, **corners), image())
    function("interpolate scale " + mode, lambda x: F.interpolate(x, scale_factor=(1.5, 0.7), mode=mode, **corners), image())
function("interpolate recompute", lambda x: F.interpolate(x, scale_factor=(1.5, 0.7), mode="bilinear", align_corners=False, recompute_scale_factor=True), image())
for mode in ("bilinear", "bicubic"):
    function("interpolate antialias " + mode, lambda x: F.interpolate(x, size=(3, 2), mode=mode, align_corners=False, antialias=True), image())
function("interpolate corners", lambda x: F.interpolate(x, size=(5, 6), mode="bicubic", align_corners=True), small())


# What a seed gives, in float32: layers draw their initial values in PyTorch's order
def start(name, make):
    torch.manual_seed(1)
    cases["start " + name] = {"p." + key: pack(value.double()) for key, value in make().state_dict().items()}


start("Linear", lambda: nn.Linear(3, 2))
start("Conv2d", lambda: nn.Conv2d(2, 2, 3))
start("ConvTranspose2d", lambda: nn.ConvTranspose2d(2, 2, 3))
start("Embedding", lambda: nn.Embedding(3, 2, padding_idx=1))

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "nn.json")
with open(path, "w") as file:
    file.write("{\n" + ",\n".join(json.dumps(name) + ":" + json.dumps(case, separators=(",", ":")) for name, case in cases.items()) + "\n}\n")
print(f"{path}: {len(cases)} cases, {os.path.getsize(path) / 1000:.0f} kB")
