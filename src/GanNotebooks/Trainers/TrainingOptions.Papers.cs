namespace GanNotebooks.Trainers;

public sealed partial record TrainingOptions
{
    /// <summary>Radford et al. 2016, section 4. On a CPU, batches of 64 learn more per minute.</summary>
    public static TrainingOptions Dcgan { get; } = new()
    {
        BatchSize = 128,
        GeneratorRate = 2e-4,
        DiscriminatorRate = 2e-4,
        UpdateRule = new AdamRule(Beta1: 0.5),
    };

    /// <summary>DCGAN's settings with classes (Mirza and Osindero 2014), and real labels of 0.9.</summary>
    public static TrainingOptions Cgan { get; } = Dcgan with { Loss = new NonSaturatingLoss(RealTarget: 0.9) };

    /// <summary>Arjovsky et al. 2017, algorithm 1.</summary>
    public static TrainingOptions Wgan { get; } = new()
    {
        BatchSize = 64,
        GeneratorRate = 5e-5,
        DiscriminatorRate = 5e-5,
        UpdateRule = new RmsPropRule(),
        Loss = new WassersteinLoss(),
        Clipping = new WeightClipping(0.01),
        CriticSteps = 5,
    };

    /// <summary>Gulrajani et al. 2017, algorithm 1.</summary>
    public static TrainingOptions WganGp { get; } = new()
    {
        BatchSize = 64,
        GeneratorRate = 1e-4,
        DiscriminatorRate = 1e-4,
        UpdateRule = new AdamRule(Beta1: 0, Beta2: 0.9),
        Loss = new WassersteinLoss(),
        Penalty = new GradientPenalty(10),
        CriticSteps = 5,
    };

    /// <summary>WGAN-GP for points of the plane, as in its authors' code.</summary>
    public static TrainingOptions WganGpPoints { get; } = WganGp with
    {
        BatchSize = 256,
        UpdateRule = new AdamRule(Beta1: 0.5, Beta2: 0.9),
        Penalty = new GradientPenalty(0.1),
    };

    /// <summary>Karras et al. 2018, appendix A.1.</summary>
    public static TrainingOptions ProGan { get; } = new()
    {
        UpdateRule = new AdamRule(Beta1: 0, Beta2: 0.99, Epsilon: 1e-8),
        Loss = new WassersteinLoss(Drift: 1e-3),
        Penalty = new GradientPenalty(10),
        AverageDecay = 0.999,
        Growth = new ProgressiveSchedule(),
    };

    /// <summary>
    /// ProGAN's networks with the loss and penalty of its authors' later work, where most steps need no second derivatives: the
    /// non-saturating loss with R1 (Karras et al. 2019, StyleGAN, section 2.1), and R1 in one step of 16 (Karras et al. 2020, StyleGAN2, section 3.1).
    /// γ is 1; their 10 is for images of 1024×1024.
    /// </summary>
    public static TrainingOptions ProGanR1 { get; } = ProGan with
    {
        Loss = new NonSaturatingLoss(),
        Penalty = new LazyPenalty(new R1Penalty(1)),
    };

    /// <summary>Isola et al. 2017, section 3.3, with batches of 4; theirs were of 1 to 10. λ is 100.</summary>
    public static TrainingOptions Pix2Pix { get; } = Dcgan with { BatchSize = 4, GeneratorTerm = new AbsoluteError(100) };

    /// <summary>
    /// Ledig et al. 2017, section 3.2 and equation 3 with the squared error as content loss. They first train for a million steps with the error alone;
    /// here a rate ten times theirs and an average of the weights replace that.
    /// </summary>
    public static TrainingOptions Srgan { get; } = new()
    {
        BatchSize = 16,
        GeneratorRate = 1e-3,
        DiscriminatorRate = 1e-3,
        UpdateRule = new AdamRule(Beta1: 0.9),
        GeneratorTerm = new SquaredError(1000),
        AverageDecay = 0.99,
    };
}
