using GanNotebooks.Models;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    private GrowthStage? stage;

    /// <summary>Brings the networks to the stage that the schedule asks for; a new resolution begins with fresh optimizers.</summary>
    private void Grow()
    {
        if (options.Growth is null) return;
        var (growth, size, rate) = options.Growth.At(imagesSeen);
        if (growth.Resolution != stage?.Resolution) StartOptimizers(rate, rate);
        ((IGrowing)generator).Stage = growth;
        ((IGrowing)discriminator).Stage = growth;
        (stage, batchSize) = (growth, size);
    }

    private void CheckGrowth()
    {
        if (options.Growth is not { } growth) return;
        foreach (var network in new TorchSharp.torch.nn.Module[] { generator, discriminator })
        {
            if (network is not IGrowing growing)
                throw new ArgumentException($"{network.GetName()} cannot grow, but the options have a schedule of growth. Use ProGanGenerator and ProGanCritic, or set Growth to null.", nameof(options));
            if (growing.MaxResolution < growth.LastResolution)
                throw new ArgumentException($"{network.GetName()} grows to {growing.MaxResolution} px, the schedule to {growth.LastResolution}: build the network larger, or end the schedule earlier.", nameof(options));
        }
        if (data.SampleShape is not [_, var height, var width] || height != width || height % growth.LastResolution != 0)
            throw new ArgumentException($"{data.Name}: samples of {string.Join("×", data.SampleShape)}; growing to {growth.LastResolution} px needs square images whose side is a multiple of that. Resize them.", nameof(data));
    }
}
