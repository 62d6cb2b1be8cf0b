namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate times gamma after every epoch.</summary>
            /// <param name="optimizer">Whose rates to set.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The epoch before the first one.</param>
            /// <param name="verbose">Write every change to the console.</param>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);
            public static partial class impl
            {
                /// <summary>The rate times gamma after every epoch.</summary>
                public class ExponentialLR : LRScheduler
                {
                    private readonly double gamma;

                    /// <summary>A scheduler of an optimizer; it sets the first epoch's rates.</summary>
                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        this.gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Epoch == 0 ? Rates : Rates.Select(rate => rate * gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => Initial.Select(rate => rate * Math.Pow(gamma, Epoch));
                }
            }
        }
    }
}
