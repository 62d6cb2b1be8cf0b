namespace GanNotebooks.Benchmarks;

/// <summary>A training that is measured: pytorch_peer.py holds the same networks.</summary>
internal interface ITraining
{
    /// <summary>toy: points of the plane. mlp: 28×28, fully connected. dcgan: 32×32. wgan-gp: 28×28, five steps of the critic for each of the generator.</summary>
    static string[] Names => ["toy", "mlp", "dcgan", "wgan-gp"];

    /// <summary>Takes steps of both players.</summary>
    void Train(int steps);
}
