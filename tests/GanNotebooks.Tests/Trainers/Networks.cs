using GanNotebooks.Models;
using TorchSharp;
using TorchSharp.Modules;

namespace GanNotebooks.Tests.Trainers;

/// <summary>A critic whose slope is known: D(x) = slope·(sum of x)/√values, of length |slope| everywhere.</summary>
internal sealed class LinearCritic : Discriminator
{
    private readonly Parameter slope;

    public LinearCritic(double slope) : base(nameof(LinearCritic))
    {
        this.slope = new Parameter(torch.tensor((float)slope));
        RegisterComponents();
    }

    public torch.Tensor Slope => slope;

    /// <summary>All that it was shown.</summary>
    public List<torch.Tensor> Seen { get; } = [];

    public override torch.Tensor forward(torch.Tensor input)
    {
        Seen.Add(input.detach().clone().DetachFromDisposeScope());
        return slope * input.flatten(1).sum(1) / Math.Sqrt(input.flatten(1).shape[1]);
    }
}

/// <summary>A generator that remembers its latents.</summary>
internal sealed class Remembering : GanNotebooks.Models.Generator
{
    private readonly torch.nn.Module<torch.Tensor, torch.Tensor> layer = torch.nn.Linear(2, 2);

    public Remembering() : base(2, nameof(Remembering)) => RegisterComponents();

    public List<torch.Tensor> Seen { get; } = [];

    public override torch.Tensor forward(torch.Tensor input)
    {
        Seen.Add(input.clone().DetachFromDisposeScope());
        return layer.call(input);
    }
}
