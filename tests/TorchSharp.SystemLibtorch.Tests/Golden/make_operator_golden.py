#!/usr/bin/env python3
"""Writes operators.json and optimizers.json: what PyTorch computes in double precision, for GoldenTests.cs.

Run it with a Python that has PyTorch: /usr/bin/python3 make_operator_golden.py
"""
import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(1)
HERE = pathlib.Path(__file__).parent


def plain(*shape):
    return (torch.randn(*shape) * 1.5).round(decimals=3)


def positive(*shape):
    return (torch.rand(*shape) * 3 + 0.2).round(decimals=3)


def unit(*shape):
    return (torch.rand(*shape) * 1.6 - 0.8).round(decimals=3)


def square(n):
    return (torch.randn(n, n) + 3 * torch.eye(n)).round(decimals=3)


def definite(n):
    m = torch.randn(n, n).round(decimals=2)
    return m @ m.T + torch.eye(n)


F = torch.nn.functional
CASES = {}


def case(name, function, *inputs):
    CASES[name] = (function, inputs)


for name in "exp sin cos tanh sigmoid atan sinh cosh erf square abs expm1 asinh exp2 sinc erfc".split():
    case(name, getattr(torch, name), plain(3, 4))
for name in "log log2 log10 log1p sqrt rsqrt reciprocal lgamma digamma".split():
    case(name, getattr(torch, name), positive(3, 4))
for name in "asin acos atanh erfinv tan".split():
    case(name, getattr(torch, name), unit(3, 4))
case("acosh", torch.acosh, positive(3) + 1)
case("softplus", lambda x: F.softplus(x, 2, 20), plain(3, 4))
case("softmax", lambda x: x.softmax(1), plain(3, 4))
case("log_softmax", lambda x: x.log_softmax(0), plain(3, 4))
case("logsumexp", lambda x: x.logsumexp(1, True), plain(3, 4))
case("logcumsumexp", lambda x: x.logcumsumexp(0), plain(3, 4))
case("logit", lambda x: x.logit(1e-6), (unit(5) + 1) / 2)
for name in "atan2 maximum minimum hypot logaddexp".split():
    case(name, getattr(torch, name), plain(3, 4), plain(3, 4))
for name in "fmod remainder xlogy".split():
    case(name, getattr(torch, name), positive(3, 4), positive(4))
case("pow", torch.pow, positive(3, 4), plain(4))
case("lerp", torch.lerp, plain(3, 4), plain(3, 4), unit(4))
case("clamp", lambda x, a, b: x.clamp(a, b), plain(3, 4), -positive(4), positive(4))
case("addcmul", lambda a, b, c: torch.addcmul(a, b, c, value=0.5), plain(3, 4), plain(3, 4), plain(4))
case("addcdiv", lambda a, b, c: torch.addcdiv(a, b, c, value=0.5), plain(3, 4), plain(3, 4), positive(4))
case("addmm", lambda a, b, c: torch.addmm(a, b, c, beta=0.5, alpha=2), plain(3, 2), plain(3, 4), plain(4, 2))
case("addbmm", torch.addbmm, plain(3, 2), plain(2, 3, 4), plain(2, 4, 2))
case("mv", torch.mv, plain(3, 4), plain(4))
case("dot", torch.dot, plain(4), plain(4))
case("outer", torch.outer, plain(3), plain(4))
case("kron", torch.kron, plain(2, 2), plain(2, 3))
case("tensordot", lambda a, b: torch.tensordot(a, b, 2), plain(2, 3, 4), plain(3, 4, 2))
case("einsum", lambda a, b: torch.einsum("bij,bjk->bik", a, b), plain(2, 3, 4), plain(2, 4, 2))
case("prod", lambda x: x.prod(1), plain(3, 4))
case("cumprod", lambda x: x.cumprod(0), plain(3, 4))
case("std", lambda x: x.std([0, 2], True, True), plain(3, 4, 2))
case("var", lambda x: x.var(1, False), plain(3, 4))
case("amax", lambda x: x.amax([0, 1]), plain(3, 4, 2))
case("median", lambda x: x.median(), plain(5))
case("quantile", lambda x, q: x.quantile(q, 1), plain(3, 5), torch.tensor([0.1, 0.5, 0.9]))
case("cov", torch.cov, plain(3, 6))
case("diff", lambda x: x.diff(1, 1), plain(3, 6))
case("sort", lambda x: x.sort(1, descending=True)[0], plain(3, 4))
case("kthvalue", lambda x: x.kthvalue(2, 1)[0], plain(3, 4))
case("roll", lambda x: x.roll([1, 2], [0, 1]), plain(3, 4))
case("rot90", lambda x: x.rot90(1, [0, 1]), plain(3, 4))
case("tile", lambda x: x.tile([2, 1, 2]), plain(2, 3))
case("movedim", lambda x: x.movedim([0, 1], [2, 0]), plain(2, 3, 4))
case("unfold", lambda x: x.unfold(1, 3, 2), plain(2, 7))
case("diagonal", lambda x: x.diagonal(1, 0, 2), plain(3, 2, 4))
case("tril", lambda x: x.tril(-1), plain(4, 4))
case("triu", lambda x: x.triu(1), plain(4, 4))
case("scatter_add", lambda x, s: x.scatter_add(1, torch.tensor([[0, 2, 2], [1, 1, 0]]), s), plain(2, 4), plain(2, 3))
case("index_add", lambda x, s: x.index_add(0, torch.tensor([2, 0]), s, alpha=2), plain(3, 2), plain(2, 2))
case("index_copy", lambda x, s: x.index_copy(0, torch.tensor([2, 0]), s), plain(3, 2), plain(2, 2))
case("gather", lambda x: x.gather(1, torch.tensor([[0, 2], [3, 3]])), plain(2, 4))
case("take_along_dim", lambda x: x.take_along_dim(torch.tensor([[0, 2], [3, 3]]), 1), plain(2, 4))
case("where", lambda a, b: torch.where(a > 0, a, b), plain(3, 4), plain(4))
case("cdist", torch.cdist, plain(3, 4), plain(2, 4))
case("linalg.det", torch.linalg.det, square(4))
case("linalg.slogdet", lambda x: torch.linalg.slogdet(x)[1], square(4))
case("linalg.inv", torch.linalg.inv, square(4))
case("linalg.pinv", torch.linalg.pinv, plain(4, 3))
case("linalg.solve", torch.linalg.solve, square(4), plain(4, 2))
case("linalg.cholesky", torch.linalg.cholesky, definite(4))
case("linalg.eigh", lambda x: torch.linalg.eigh(x)[0], definite(4))
case("linalg.svd", lambda x: torch.linalg.svd(x, full_matrices=False)[1], plain(4, 3))
case("linalg.svdvals", torch.linalg.svdvals, plain(3, 5))
case("linalg.qr", lambda x: torch.linalg.qr(x)[1].abs(), plain(4, 3))
case("linalg.lstsq", lambda a, b: torch.linalg.lstsq(a, b)[0], plain(5, 3), plain(5, 2))
case("linalg.matrix_norm", torch.linalg.matrix_norm, plain(3, 4))
case("linalg.spectral_norm", lambda x: torch.linalg.matrix_norm(x, 2.0), plain(3, 4))
case("linalg.vector_norm", lambda x: torch.linalg.vector_norm(x, 3, [1]), plain(3, 4))
case("linalg.norm", lambda x: torch.linalg.norm(x, "nuc"), plain(3, 4))
case("linalg.multi_dot", lambda a, b, c: torch.linalg.multi_dot([a, b, c]), plain(2, 3), plain(3, 4), plain(4, 2))
case("matrix_power", lambda x: torch.matrix_power(x, 3), square(3))
case("linalg.matrix_exp", torch.linalg.matrix_exp, unit(3, 3))
case("linalg.solve_triangular", lambda a, b: torch.linalg.solve_triangular(a.triu(), b, upper=True), square(3), plain(3, 2))


def packed(tensor):
    return {"shape": list(tensor.shape), "data": tensor.detach().flatten().tolist()}


def operators():
    out = {}
    for name, (function, inputs) in CASES.items():
        leaves = [x.clone().requires_grad_() for x in inputs]
        result = function(*leaves)
        weight = torch.linspace(-1, 2, max(1, result.numel())).reshape(result.shape)
        gradients = torch.autograd.grad((result * weight).sum(), leaves, allow_unused=True)
        out[name] = {
            "inputs": [packed(x) for x in inputs],
            "result": packed(result),
            "gradients": [packed(g) if g is not None else None for g in gradients],
        }
    return out


def optimizers():
    settings = {
        "sgd": lambda p: torch.optim.SGD(p, 0.05),
        "sgd momentum": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, dampening=0.1, weight_decay=0.01),
        "sgd nesterov": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, nesterov=True, weight_decay=0.01),
        "adam": lambda p: torch.optim.Adam(p, 0.05, (0.5, 0.99)),
        "adam decay": lambda p: torch.optim.Adam(p, 0.05, weight_decay=0.1, amsgrad=True),
        "adamw": lambda p: torch.optim.AdamW(p, 0.05, (0.9, 0.99), weight_decay=0.1),
        "adamw amsgrad": lambda p: torch.optim.AdamW(p, 0.05, weight_decay=0.1, amsgrad=True, maximize=True),
        "rmsprop": lambda p: torch.optim.RMSprop(p, 0.02),
        "rmsprop momentum": lambda p: torch.optim.RMSprop(p, 0.02, alpha=0.9, momentum=0.5, weight_decay=0.1),
        "rmsprop centered": lambda p: torch.optim.RMSprop(p, 0.02, centered=True, momentum=0.5),
    }
    out = {}
    for name, make in settings.items():
        a, b = plain(3, 2).requires_grad_(), plain(2).requires_grad_()
        start = [packed(a), packed(b)]
        optimizer = make([a, b])
        path = []
        for step in range(20):
            optimizer.zero_grad()
            ((a @ b).sin().sum() + (a ** 2).sum() * 0.3 + (b - step * 0.1).abs().sum()).backward()
            optimizer.step()
            path.append(torch.cat([a.flatten(), b]).tolist())
        out[name] = {"start": start, "path": path}
    return out


def schedulers():
    S = torch.optim.lr_scheduler
    settings = {
        "StepLR": lambda o: S.StepLR(o, 3, 0.5),
        "MultiStepLR": lambda o: S.MultiStepLR(o, [2, 5], 0.5),
        "ExponentialLR": lambda o: S.ExponentialLR(o, 0.9),
        "ConstantLR": lambda o: S.ConstantLR(o, 0.25, 4),
        "LinearLR": lambda o: S.LinearLR(o, 0.2, 0.9, 5),
        "CosineAnnealingLR": lambda o: S.CosineAnnealingLR(o, 4, 0.01),
        "LambdaLR": lambda o: S.LambdaLR(o, lambda e: 0.5 ** e),
        "MultiplicativeLR": lambda o: S.MultiplicativeLR(o, lambda e: 0.95),
    }
    out = {}
    for name, make in settings.items():
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1)
        scheduler = make(optimizer)
        rates = []
        for _ in range(12):
            rates.append(scheduler.get_last_lr()[0])
            optimizer.step()
            scheduler.step()
        out[name] = rates
    return out


def write(name, content):
    (HERE / name).write_text(json.dumps(content, separators=(",", ":")) + "\n")


write("operators.json", operators())
write("optimizers.json", {"optimizers": optimizers(), "schedulers": schedulers()})
