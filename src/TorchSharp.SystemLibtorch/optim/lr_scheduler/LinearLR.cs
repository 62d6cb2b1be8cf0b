namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate times a factor that goes in a straight line from one value to another.</summary>
            /// <param name="optimizer">Whose rates to set.</param>
            /// <param name="start_factor">The first epoch's factor.</param>
            /// <param name="end_factor">The last epoch's factor.</param>
            /// <param name="total_iters">How many epochs from the first to the last.</param>
            /// <param name="last_epoch">The epoch before the first one.</param>
            /// <param name="verbose">Write every change to the console.</param>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);
            public static partial class impl
            {
                /// <summary>The rate times a factor that goes in a straight line from one value to another.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double start, end;
                    private readonly int count;

                    /// <summary>A scheduler of an optimizer; it sets the first epoch's rates.</summary>
                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (start, end, count) = (start_factor, end_factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0) return Rates.Select(rate => rate * start);
                        return Epoch > count ? Rates : Rates.Select(rate => rate * (1 + (end - start) / (count * start + (Epoch - 1) * (end - start))));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => Initial.Select(rate => rate * (start + (end - start) * Math.Min(count, Epoch) / count));
                }
            }
        }
    }
}
