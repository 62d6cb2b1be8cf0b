"""The same training steps in PyTorch, as its tutorials write them. Reads "NAME STEPS THREADS" lines, answers milliseconds a step and the resident size in MiB."""
import resource
import sys
import time

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


class Game:
    def __init__(self, build):
        torch.manual_seed(1)
        self.g, self.d, real, self.latent = build()
        self.real = torch.rand(real) * 2 - 1
        self.og = torch.optim.Adam(self.g.parameters(), 2e-4, (0.5, 0.999))
        self.od = torch.optim.Adam(self.d.parameters(), 2e-4, (0.5, 0.999))
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


games = {name: Game(build) for name, build in {"toy": toy, "mlp": images_mlp, "dcgan": dcgan}.items()}
print("ready", torch.__version__, flush=True)
for line in sys.stdin:
    name, steps, threads = line.split()
    torch.set_num_threads(int(threads))
    start = time.perf_counter()
    for _ in range(int(steps)):
        games[name].step()
    spent = (time.perf_counter() - start) * 1000 / int(steps)
    with open("/proc/self/statm") as status:
        resident = int(status.read().split()[1]) * resource.getpagesize() >> 20
    print(spent, resident, flush=True)
