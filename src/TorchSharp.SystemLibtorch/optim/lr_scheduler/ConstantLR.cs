namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate times a factor for the first epochs.</summary>
            /// <param name="optimizer">Whose rates to set.</param>
            /// <param name="factor">The factor.</param>
            /// <param name="total_iters">How many epochs.</param>
            /// <param name="last_epoch">The epoch before the first one.</param>
            /// <param name="verbose">Write every change to the console.</param>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);
            public static partial class impl
            {
                /// <summary>The rate times a factor for the first epochs.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double factor;
                    private readonly int end;

                    /// <summary>A scheduler of an optimizer; it sets the first epoch's rates.</summary>
                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (this.factor, end) = (factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Rates.Select(rate => rate * factor) : Epoch == end ? Rates.Select(rate => rate * (1 / factor)) : Rates;

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => Initial.Select(rate => rate * (Epoch >= end ? 1 : factor));
                }
            }
        }
    }
}
