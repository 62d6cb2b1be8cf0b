using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter.</summary>
/// <param name="parameter">The parameter.</param>
public abstract class OptimizerState(Parameter parameter)
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter = parameter;

    /// <summary>Begins anew.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Writes the state.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies another parameter's state.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether two states are the same within rounding.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Moves the state to a device.</summary>
    public virtual void to(Device device)
    {
    }

    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();

    /// <summary>A copy of a tensor of another state in place of one of this state.</summary>
    private protected void Replace(ref Tensor? own, Tensor? other)
    {
        own?.Dispose();
        own = other?.to(_parameter.device, copy: true).DetachFromDisposeScope();
    }

    private protected static bool Same(Tensor? own, Tensor? other) => own is null || other is null ? own is null && other is null : own.allclose(other);

    private protected static void Move(ref Tensor? tensor, Device device)
    {
        if (tensor is null || tensor.device.Equals(device)) return;
        tensor = tensor.to(device, disposeAfter: true).DetachFromDisposeScope();
    }

    /// <summary>Writes whether there is a tensor, then the tensor.</summary>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    /// <summary>Reads what <see cref="SaveConditionalStateTensor"/> wrote.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        var there = reader.ReadBoolean();
        if (!there)
        {
            result?.Dispose();
            result = null;
            return;
        }
        TensorExtensionMethods.Load(ref result, reader);
        result = result!.to(device, disposeAfter: true).DetachFromDisposeScope();
    }
}
