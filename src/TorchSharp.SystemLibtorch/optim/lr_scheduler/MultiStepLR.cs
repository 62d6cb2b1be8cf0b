namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate times gamma at each of the milestones.</summary>
            /// <param name="optimizer">Whose rates to set.</param>
            /// <param name="milestones">The epochs.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The epoch before the first one.</param>
            /// <param name="verbose">Write every change to the console.</param>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);
            public static partial class impl
            {
                /// <summary>The rate times gamma at each of the milestones.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] milestones;
                    private readonly double gamma;

                    /// <summary>A scheduler of an optimizer; it sets the first epoch's rates.</summary>
                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (this.milestones, this.gamma) = ([.. milestones], gamma);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => milestones.Contains(Epoch) ? Rates.Select(rate => rate * gamma) : Rates;

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => Initial.Select(rate => rate * Math.Pow(gamma, milestones.Distinct().Count(epoch => epoch <= Epoch)));
                }
            }
        }
    }
}
