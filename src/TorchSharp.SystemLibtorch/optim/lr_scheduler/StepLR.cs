namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate times gamma after every so many epochs.</summary>
            /// <param name="optimizer">Whose rates to set.</param>
            /// <param name="step_size">How many epochs.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The epoch before the first one.</param>
            /// <param name="verbose">Write every change to the console.</param>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);
            public static partial class impl
            {
                /// <summary>The rate times gamma after every so many epochs.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int size;
                    private readonly double gamma;

                    /// <summary>A scheduler of an optimizer; it sets the first epoch's rates.</summary>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (size, this.gamma) = (step_size, gamma);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Epoch == 0 || Epoch % size != 0 ? Rates : Rates.Select(rate => rate * gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => Initial.Select(rate => rate * Math.Pow(gamma, Epoch / size));
                }
            }
        }
    }
}
