namespace TorchSharp.Modules;

/// <summary>What an optimizer can be told about a group of parameters.</summary>
public class OptimizerOptions
{
    /// <summary>The step size; null for the optimizer's.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The step size that training began with.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Writes the options.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    /// <summary>Copies another group's options.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }
}
