"""The same training in PyTorch, as its tutorials write it. Reads a request a line from standard input and answers in a line:

steps GAME STEPS      milliseconds a step
memory GAME STEPS     resident MiB after 100 steps, after all, and at most
epoch FOLDER          seconds from the IDX files in a folder to trained and saved weights
threads COUNT         sets the threads (no answer)
"""
import glob
import gzip
import os
import sys
import tempfile
import time

import numpy
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce


def mlp(sizes, activation, last=None):
    layers = []
    for i, o in zip(sizes[:-2], sizes[1:-1]):
        layers += [nn.Linear(i, o), activation()]
    layers.append(nn.Linear(sizes[-2], sizes[-1]))
    return nn.Sequential(*layers, *([last()] if last else []))


def leaky():
    return nn.LeakyReLU(0.2)


def toy():
    return mlp([2, 128, 128, 2], nn.ReLU), mlp([2, 128, 128, 1], leaky), (256, 2), (256, 2)


def images_mlp():
    return mlp([100, 256, 512, 1024, 784], leaky, nn.Tanh), mlp([784, 512, 256, 1], leaky), (64, 784), (64, 100)


def dcgan():
    def up(i, o, stride, padding):
        return [nn.ConvTranspose2d(i, o, 4, stride, padding, bias=False), nn.BatchNorm2d(o), nn.ReLU(True)]

    def down(i, o, norm=True):
        return [nn.Conv2d(i, o, 4, 2, 1, bias=False), *([nn.BatchNorm2d(o)] if norm else []), nn.LeakyReLU(0.2, True)]

    generator = nn.Sequential(*up(100, 256, 1, 0), *up(256, 128, 2, 1), *up(128, 64, 2, 1), nn.ConvTranspose2d(64, 1, 4, 2, 1, bias=False), nn.Tanh())
    discriminator = nn.Sequential(*down(1, 64, False), *down(64, 128), *down(128, 256), nn.Conv2d(256, 1, 4, 1, 0, bias=False), nn.Flatten())
    return generator, discriminator, (64, 1, 32, 32), (64, 100, 1, 1)


def wgan_gp():
    generator = nn.Sequential(
        nn.ConvTranspose2d(64, 64, 7, bias=False), nn.BatchNorm2d(64), nn.ReLU(True),
        nn.ConvTranspose2d(64, 32, 4, 2, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(True),
        nn.ConvTranspose2d(32, 1, 4, 2, 1), nn.Tanh())
    critic = nn.Sequential(nn.Conv2d(1, 32, 4, 2, 1), nn.LeakyReLU(0.2, True), nn.Conv2d(32, 64, 4, 2, 1), nn.LeakyReLU(0.2, True), nn.Conv2d(64, 1, 7), nn.Flatten())
    return generator, critic, (64, 1, 28, 28), (64, 64, 1, 1)


class Game:
    def __init__(self, build, beta1=0.5):
        torch.manual_seed(1)
        self.g, self.d, real, self.latent = build()
        self.real = torch.rand(real) * 2 - 1
        self.og = torch.optim.Adam(self.g.parameters(), 2e-4, (beta1, 0.999))
        self.od = torch.optim.Adam(self.d.parameters(), 2e-4, (beta1, 0.999))
        self.ones, self.zeros = torch.ones(real[0], 1), torch.zeros(real[0], 1)

    def step(self):
        fake = self.g(torch.randn(self.latent))
        self.od.zero_grad()
        loss = bce(self.d(self.real), self.ones) + bce(self.d(fake.detach()), self.zeros)
        loss.backward()
        self.od.step()
        self.og.zero_grad()
        other = bce(self.d(fake), self.ones)
        other.backward()
        self.og.step()
        return loss.item(), other.item()


class WganGp(Game):
    critic_steps, weight = 5, 10

    def __init__(self, build):
        super().__init__(build, beta1=0)

    def step(self):
        for _ in range(self.critic_steps):
            fake = self.g(torch.randn(self.latent)).detach()
            mix = torch.rand(len(fake), 1, 1, 1)
            between = (mix * self.real + (1 - mix) * fake).requires_grad_()
            slopes, = torch.autograd.grad(self.d(between).sum(), between, create_graph=True)
            self.od.zero_grad()
            loss = self.d(fake).mean() - self.d(self.real).mean() + self.weight * (slopes.flatten(1).norm(dim=1) - 1).square().mean()
            loss.backward()
            self.od.step()
            loss.item()
        self.og.zero_grad()
        other = -self.d(self.g(torch.randn(self.latent))).mean()
        other.backward()
        self.og.step()
        return other.item()


class Images(torch.utils.data.Dataset):
    def __init__(self, folder):
        path, = glob.glob(os.path.join(folder, "train-images-idx3-ubyte*"))
        with (gzip.open if path.endswith(".gz") else open)(path) as file:
            self.images = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 1, 28, 28)

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return torch.tensor(self.images[index]).float() / 127.5 - 1


class Flat(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = layers

    def forward(self, images):
        return self.layers(images.flatten(1))


def epoch(folder):
    game = Game(lambda: (mlp([100, 256, 512, 1024, 784], lambda: nn.ReLU(True), nn.Tanh), Flat(mlp([784, 512, 256, 1], leaky)), (64, 784), (64, 100)))
    for batch in torch.utils.data.DataLoader(Images(folder), 64, shuffle=True, drop_last=True):
        game.real = batch
        game.step()
    with tempfile.TemporaryDirectory() as out:
        torch.save(game.g.state_dict(), os.path.join(out, "generator.pt"))


def status(key):
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) >> 10 for line in lines if line.startswith(key + ":"))


builders = {"toy": toy, "mlp": images_mlp, "dcgan": dcgan, "wgan-gp": wgan_gp}
games = {}


def answer(what, *words):
    if what == "threads":
        torch.set_num_threads(int(words[0]))
        return
    if what == "epoch":
        start = time.perf_counter()
        epoch(words[0])
        print(time.perf_counter() - start, flush=True)
        return
    name, steps = words[0], int(words[1])
    if name not in games:
        games[name] = (WganGp if name == "wgan-gp" else Game)(builders[name])
    start = time.perf_counter()
    early = 0
    for step in range(steps):
        games[name].step()
        if step == 99:
            early = status("VmRSS")
    if what == "steps":
        print((time.perf_counter() - start) * 1000 / steps, flush=True)
    else:
        print(early, status("VmRSS"), status("VmHWM"), flush=True)


print("ready", torch.__version__, flush=True)
for line in sys.stdin:
    answer(*line.split())
