using System.Reflection;
using System.Runtime.InteropServices;
using GanNotebooks.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Tests.Devices;

/// <summary>libtorch's device without memory. As on a GPU, a tensor that is made on another device is an error there; unlike a GPU, every machine has it.</summary>
internal static class Meta
{
    /// <summary>Every type of a library that can be made and is a <typeparamref name="T"/>.</summary>
    public static IEnumerable<string> TypesOf<T>(Assembly library) => Types<T>(library).Select(type => type.Name);

    /// <summary>One of every such type, made with its constructor's usual arguments: new ones are tried without being listed.</summary>
    public static IEnumerable<T> All<T>(params Type[] except) => Types<T>(typeof(Network).Assembly).Except(except)
        .Select(type => (T)type.GetConstructors()[0].Invoke([.. type.GetConstructors()[0].GetParameters().Select(parameter => parameter.DefaultValue)]));

    private static IEnumerable<Type> Types<T>(Assembly library) => library.GetTypes().Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract && !type.IsInterface);

    /// <summary>Fails with the names of what no entry of a table stands for.</summary>
    public static void AssertCovered(IEnumerable<string> all, IEnumerable<string> covered)
    {
        var missing = all.Except(covered).ToArray();
        Assert.True(missing.Length == 0, $"{string.Join(", ", missing)}: not tried on another device. Add an entry to the table of this test.");
    }

    /// <summary>Lets every layer refuse inputs of another device, which some layers of libtorch take without a word, and stands in where libtorch computes nothing on this one.</summary>
    public static T Watched<T>(T network) where T : nn.Module
    {
        foreach (var layer in network.modules().OfType<nn.Module<Tensor, Tensor>>().Where(layer => layer is not Network))
        {
            layer.register_forward_pre_hook((module, input) => Checked(input, module));
            if (layer is EqualizedConv2d || (layer is Convolution or BatchNorm or InstanceNorm && layer.GetType().Assembly == typeof(nn).Assembly)) RunWithoutSamples(layer);
        }
        foreach (var part in network.modules().Prepend(network))
            foreach (var field in part.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance))
                if (field.GetValue(part) is Embedding table) field.SetValue(part, new Lookup(table));
        return network;
    }

    /// <summary>Checks as far as libtorch can: some operators, such as abs, are not there on this device, and a loss that needs one is tried up to it.</summary>
    public static void AsFarAsPossible(Action check)
    {
        try
        {
            check();
        }
        catch (ExternalException e) when (e.Message.Contains("no fake impl or Meta kernel registered", StringComparison.Ordinal))
        {
            // An operator that was called with tensors of this device.
        }
    }

    public static void AssertHere(params IEnumerable<Tensor> tensors) => Assert.All(tensors, tensor => Assert.Equal(DeviceType.META, tensor.device_type));

    /// <summary>All work was done on the device, and what came of it was asked for by the CPU: the one thing that cannot be had here.</summary>
    public static void AssertBroughtToTheCpu(Action work) => Assert.Contains("Cannot copy out of meta tensor", Assert.ThrowsAny<Exception>(work).Message, StringComparison.Ordinal);

    /// <summary>A measurement brings each of its samples to the CPU.</summary>
    public static void AssertMeasuredOnTheCpu(Func<Tensor[], object> measure, Func<Tensor>[] samples)
    {
        using var scope = NewDisposeScope();
        measure([.. samples.Select(make => make())]);
        for (var other = 0; other < samples.Length; other++)
            AssertBroughtToTheCpu(() => measure([.. samples.Select((make, i) => i == other ? make().to(META) : make())]));
    }

    private static Tensor Checked(Tensor input, nn.Module layer) => input.device_type == DeviceType.META ? input
        : throw new InvalidOperationException($"{layer.GetName()} got a tensor of the {input.device_type}.");

    /// <summary>libtorch's convolutions and batch normalization are not there on this device, except for no samples at all: the layer gets none, and its answer is filled up again. Gradients reach its weights and its input.</summary>
    private static void RunWithoutSamples(nn.Module<Tensor, Tensor> layer)
    {
        Tensor whole = null!;
        layer.register_forward_pre_hook((_, input) => (whole = input)[..0].detach());
        layer.register_forward_hook((_, _, output) => zeros([whole.shape[0], .. output.shape[1..]], device: META) + output.sum() + whole.sum());
    }

    /// <summary>Looks vectors up as an embedding does, by an operator that this device has.</summary>
    private sealed class Lookup(Embedding table) : nn.Module<Tensor, Tensor>(nameof(Lookup))
    {
        public override Tensor forward(Tensor labels) => table.weight!.gather(0, Checked(labels, table).reshape(-1, 1).expand(-1, table.weight.shape[1])).reshape([.. labels.shape, -1]);
    }
}
