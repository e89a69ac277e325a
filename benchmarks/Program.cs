using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Differentiable.Benchmarks.Checkpoints;
using Differentiable.Benchmarks.Generation;
using Differentiable.Benchmarks.Ratios;
using Differentiable.Benchmarks.Tensors;

switch (args)
{
    case ["ratios", ..]:
        RatioBenchmark.Run(Console.Out);
        break;
    case ["modes", ..]:
        ModeBenchmark.Run(Console.Out);
        break;
    case ["generator", ..]:
        GeneratorBenchmark.Run(Console.Out);
        break;
    case ["checkpoint", ..]:
        CheckpointBenchmark.Run(Console.Out);
        break;
    case ["tensors", "peer", ..]:
        TensorBenchmark.Compare(Console.Out);
        break;
    case ["tensors", ..]:
        TensorBenchmark.Run(Console.Out);
        break;
    default:
        // In this process: BenchmarkDotNet's own projects would have to be named after the assembly and built with this repository's settings.
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
        break;
}
