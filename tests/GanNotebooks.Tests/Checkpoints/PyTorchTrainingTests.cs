using GanNotebooks.Data;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanNotebooks.Tests.Checkpoints;

/// <summary>Five training steps from the weights of a file that Python wrote, against PyTorch's losses: Golden/make_training_golden.py.</summary>
public class PyTorchTrainingTests
{
    private const double Tolerance = 1e-4;
    private const long Latent = 16;

    [Fact]
    public void Dcgan_takes_the_steps_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        var golden = Golden("dcgan");
        var (g, d) = (Start(Generator(), golden, "g."), Start(Judge(norm: true), golden, "d."));
        using var gOptimizer = optim.Adam(g.parameters(), 2e-3, 0.5, 0.999);
        using var dOptimizer = optim.Adam(d.parameters(), 2e-3, 0.5, 0.999);
        for (var step = 0; step < golden["d_loss"].shape[0]; step++)
        {
            var (real, fake) = (golden["real"][step], g.call(golden["z"][step]));
            var (ones, zeros) = (torch.ones(real.shape[0], 1), torch.zeros(real.shape[0], 1));
            var dLoss = functional.binary_cross_entropy_with_logits(d.call(real), ones) + functional.binary_cross_entropy_with_logits(d.call(fake.detach()), zeros);
            Learn(dOptimizer, dLoss);
            var gLoss = functional.binary_cross_entropy_with_logits(d.call(fake), ones);
            Learn(gOptimizer, gLoss);
            Compare(golden, step, dLoss, gLoss);
        }
    }

    [Fact]
    public void Wgan_with_gradient_penalty_takes_the_steps_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        var golden = Golden("wgan-gp");
        var (g, d) = (Start(Generator(), golden, "g."), Start(Judge(norm: false), golden, "d."));
        using var gOptimizer = optim.Adam(g.parameters(), 1e-3, 0, 0.9);
        using var dOptimizer = optim.Adam(d.parameters(), 1e-3, 0, 0.9);
        for (var step = 0; step < golden["d_loss"].shape[0]; step++)
        {
            var (real, fake, mix) = (golden["real"][step], g.call(golden["z"][step]), golden["mix"][step]);
            var between = (mix * real + (1 - mix) * fake.detach()).requires_grad_();
            var slope = autograd.grad([d.call(between).sum()], [between], retain_graph: true, create_graph: true)[0];
            var penalty = ((slope.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean();
            var dLoss = d.call(fake.detach()).mean() - d.call(real).mean() + 10 * penalty;
            Learn(dOptimizer, dLoss);
            var gLoss = -d.call(fake).mean();
            Learn(gOptimizer, gLoss);
            Compare(golden, step, dLoss, gLoss);
        }
    }

    private static Module<Tensor, Tensor> Generator() => Sequential(
        ConvTranspose2d(Latent, 16, 4, bias: false), BatchNorm2d(16), ReLU(),
        ConvTranspose2d(16, 8, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(8), ReLU(),
        ConvTranspose2d(8, 1, 4, stride: 2, padding: 1), Tanh());

    private static Module<Tensor, Tensor> Judge(bool norm)
    {
        Module<Tensor, Tensor>[] batchNorm = norm ? [BatchNorm2d(16)] : [];
        return Sequential([
            Conv2d(1, 8, 4, stride: 2, padding: 1), LeakyReLU(0.2),
            Conv2d(8, 16, 4, stride: 2, padding: 1), .. batchNorm, LeakyReLU(0.2),
            Flatten(), Linear(16 * 4 * 4, 1)]);
    }

    private static Dictionary<string, Tensor> Golden(string name) =>
        SafeTensors.Load(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".safetensors"));

    private static Module<Tensor, Tensor> Start(Module<Tensor, Tensor> network, Dictionary<string, Tensor> golden, string prefix)
    {
        network.load_state_dict(golden.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value));
        return network;
    }

    private static void Learn(optim.Optimizer optimizer, Tensor loss)
    {
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
    }

    private static void Compare(Dictionary<string, Tensor> golden, int step, Tensor dLoss, Tensor gLoss)
    {
        Assert.Equal(golden["d_loss"][step].item<float>(), dLoss.item<float>(), Tolerance);
        Assert.Equal(golden["g_loss"][step].item<float>(), gLoss.item<float>(), Tolerance);
    }
}
