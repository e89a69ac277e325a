"""The programs of TensorBenchmark.cs in PyTorch, with one and two threads (Debian: python3-torch).

Its libraries read how many threads they may have when they are loaded, so that each number of threads has a process of its own.
"""
import os
import statistics
import subprocess
import sys
import time

if len(sys.argv) == 1:
    for count in ("1", "2"):
        limits = {name: count for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
        subprocess.run([sys.executable, __file__, count], env={**os.environ, **limits}, check=True)
    sys.exit()

import torch

THREADS = int(sys.argv[1])
torch.set_num_threads(THREADS)


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


def measure(run):
    for _ in range(5):
        run()
    start = time.perf_counter()
    run()
    calls = max(1, int(0.02 / (time.perf_counter() - start)))
    wall, processors = [], []
    for _ in range(31):
        start, used = time.perf_counter(), time.process_time()
        for _ in range(calls):
            run()
        wall.append((time.perf_counter() - start) / calls * 1e6)
        processors.append((time.process_time() - used) / calls * 1e6)
    return statistics.median(wall), min(wall), statistics.median(processors)


PROGRAMS = [
    ("MatMul 1024³, float", square(1024, torch.float32)),
    ("MatMul 1024³, double", square(1024, torch.float64)),
    ("training step, 64 wide, 2 layers, batch 32", network(64, 2, 32)),
    ("training step, 1,024 wide, 3 layers, batch 256", network(1024, 3, 256)),
    ("Tanh(x) · Sigmoid(x) + Exp(-x²), 10⁶ floats, and back", elementwise(1_000_000)),
    ("200 operations on scalars, and back", scalars(100)),
    ("LSTM, 64 times, 64 wide, batch 16, and back", lstm(64, 64, 16)),
]

print(f"{'program':<56} {'threads':>7} {'median µs':>12} {'least µs':>12} {'processors µs':>14}")
for name, run in PROGRAMS:
    median, least, processors = measure(run)
    print(f"{name:<56} {THREADS:>7} {median:>12.1f} {least:>12.1f} {processors:>14.1f}", flush=True)
