"""The programs of TensorProgram.cs in PyTorch: for each name that it reads, it prints the time of one call in microseconds."""
import sys
import time

import torch

SAMPLE_SECONDS = 0.02

torch.set_num_threads(int(sys.argv[1]))


def square(size, dtype):
    left, right = torch.rand(size, size, dtype=dtype), torch.rand(size, size, dtype=dtype)
    return lambda: left @ right


def network(width, layers, batch):
    modules = []
    for _ in range(layers):
        modules += [torch.nn.Linear(width, width), torch.nn.ReLU()]
    model = torch.nn.Sequential(*modules[:-1])
    x, target = torch.rand(batch, width), torch.rand(batch, width)
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)

    def train():
        optimizer.zero_grad()
        torch.mean((model(x) - target) ** 2).backward()
        optimizer.step()

    return train


def elementwise(count):
    x = (6 * torch.rand(count) - 3).requires_grad_()

    def run():
        x.grad = None
        (torch.tanh(x) * torch.sigmoid(x) + torch.exp(-x * x)).sum().backward()

    return run


def scalars(rounds):
    x = torch.tensor(1.0, requires_grad=True)

    def run():
        x.grad = None
        y = x
        for _ in range(rounds):
            y = y * x + x
        y.backward()

    return run


def lstm(times, width, batch):
    layer = torch.nn.LSTM(width, width, batch_first=True)
    x = torch.rand(batch, times, width, requires_grad=True)

    def run():
        x.grad = None
        layer.zero_grad()
        layer(x)[0].sum().backward()

    return run


def sample(run):
    run()
    calls, start = 0, time.perf_counter()
    while True:
        run()
        calls += 1
        elapsed = time.perf_counter() - start
        if elapsed >= SAMPLE_SECONDS:
            return 1e6 * elapsed / calls


PROGRAMS = {
    "square float": square(1024, torch.float32),
    "square double": square(1024, torch.float64),
    "small network": network(64, 2, 32),
    "wide network": network(1024, 3, 256),
    "elementwise": elementwise(1_000_000),
    "scalars": scalars(100),
    "lstm": lstm(64, 64, 16),
}

for program in PROGRAMS.values():
    for _ in range(5):
        program()

for line in sys.stdin:
    print(sample(PROGRAMS[line.strip()]), flush=True)
